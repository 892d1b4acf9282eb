// What vite makes of imports that are not code.
declare module '*.css'
declare module 'virtual:land' {
  const url: string
  export default url
}
