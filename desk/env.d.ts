// What vite makes of imports that are not code.
declare module '*.css'
declare module '*?url' {
  const url: string
  export default url
}
