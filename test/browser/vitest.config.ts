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
    // No file leaves anything behind in a module of ours; to read Playwright anew for each takes two seconds.
    isolate: false,
  },
});
