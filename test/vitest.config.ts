import { defineConfig } from 'vitest/config';

// Tests that drive real browsers are run by `test/tools/test.mjs` after the build; these need Node alone.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    include: ['test/{unit,servers}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/tools/seed-properties.ts'],
    // One test file a core: left to itself, vitest keeps one core free.
    maxWorkers: '100%',
    testTimeout: 20_000,
  },
});
