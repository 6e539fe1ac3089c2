import { defineConfig } from 'vitest/config';

// Real browsers: one at a time, since the machines of contributors and CI are small.
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    include: ['test/browser/**/*.test.{ts,tsx}'],
    // Two at a time, see there.
    exclude: ['test/browser/attack/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
