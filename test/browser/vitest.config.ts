import { defineConfig } from 'vitest/config';

// Real browsers: three files at a time on two cores. They wait more than they work, and judge no time.
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    include: ['test/browser/**/*.test.{ts,tsx}'],
    // They come after all others.
    exclude: ['test/browser/attack/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
  },
});
