import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude },
});
/** What takes long for the size of its file, by which vitest orders them: left to the end, one core would wait for them. */
const LONG = ['test/browser/attack/**/*.test.ts', 'test/browser/{sync/consent,page/kinds,extension/identity*}.test.ts'];

/**
 * Real browsers: three files at a time on two cores, so that two can work while one waits, as the attacks do for the most part (four
 * take as long, and each is slower); none judges time. What comes is waited for long: a busy machine is slow, and only what
 * never comes has to be waited for to the end.
 */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    // In the order of their names: the others fill what these leave of two cores.
    projects: [project('a long one', LONG), project('extension', ['test/browser/**/*.test.{ts,tsx}'], LONG)],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 3,
    // No file leaves anything behind in a module of ours; to read Playwright anew for each takes two seconds.
    isolate: false,
  },
});
