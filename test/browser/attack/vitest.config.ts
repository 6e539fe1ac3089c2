import { defineConfig } from 'vitest/config';

// Attacks in real browsers: a file a core, as with the others.
export default defineConfig({
  root: new URL('../../..', import.meta.url).pathname,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    include: ['test/browser/attack/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
