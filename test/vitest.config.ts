import { defineConfig } from 'vitest/config';

/**
 * Rooms whose modules keep no state and touch no globals: their test files may share what is loaded, which saves a third
 * of their time. Not those with a DOM, nor `database`, where Dexie has to be loaded after the IndexedDB of the test.
 */
const SHARING = [
  'dating',
  'facts',
  'hover',
  'language',
  'linking',
  'notes',
  'pack',
  'settings',
  'sync',
  'text',
  'time',
];
const inSharing = (files: string): string => `test/unit/{${SHARING.join(',')}}/**/${files}`;
const TESTS = '*.test.{ts,tsx}';

// Tests that drive real browsers are run by `test/tools/test.mjs` after the build; these need Node alone.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    // One test file a core: left to itself, vitest keeps one core free.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'sharing', include: [inSharing(TESTS)], isolate: false } },
      {
        extends: true,
        test: { name: 'alone', include: [`test/{unit,servers,sync}/**/${TESTS}`], exclude: [inSharing(TESTS)] },
      },
    ],
    setupFiles: ['test/tools/seed-properties.ts'],
    testTimeout: 20_000,
  },
});
