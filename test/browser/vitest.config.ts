import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude },
});
const ATTACKS = 'test/browser/attack/**/*.test.ts';

/**
 * Real browsers: three files at a time on two cores. They wait more than they work, the attacks four fifths of their time,
 * and judge no time.
 */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    // In the order of their names: the attacks take longest, and the others fill what they leave of two cores.
    projects: [project('attacks', [ATTACKS]), project('extension', ['test/browser/**/*.test.{ts,tsx}'], [ATTACKS])],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    // No file leaves anything behind in a module of ours; to read Playwright anew for each takes two seconds.
    isolate: false,
  },
});
