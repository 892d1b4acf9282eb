// How the desk is built: static files, nothing inlined (the policy lets no inline script run), no public address.
import { defineConfig } from 'vite'
import { landAsset } from './land-asset.ts'

export default defineConfig({
  base: '/',
  plugins: [landAsset()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    // what asks ahead stands in a file of its own, which runs before the words are there; what several views share is one file and not a dozen
    rolldownOptions: { output: { codeSplitting: { groups: [
      { name: 'ahead', test: /desk[\\/](ahead|address|ask|now[\\/](asked|map-loading))\.ts$|node_modules[\\/]preact[\\/]/, priority: 2 },
      { name: 'shared', test: /desk[\\/].*\.tsx?$/, minShareCount: 2, priority: 1 },
    ] } } },
    target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false, chunkSizeWarningLimit: 2000,
  },
})
