import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // tests of the command line start processes of their own: more workers than cores only make them wait for each other
    maxWorkers: '100%',
    env: { DATELINE_DATA: '', NO_COLOR: '1' },
  },
})
