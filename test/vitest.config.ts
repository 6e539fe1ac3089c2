import { defineConfig } from 'vitest/config';

/**
 * Rooms whose modules keep no state and touch no globals: their test files may share what is loaded, which saves a third
 * of their time. Not those with a DOM, nor `database`, where Dexie has to be loaded after the IndexedDB of the test, nor
 * `notes/formats`, where a library is replaced for a test: others would have loaded the real one.
 */
const SHARING = [
  'test/unit/{dating,facts,hover,language,linking,pack,settings,sync,text,time}/**/*.test.ts',
  'test/unit/notes/*.test.ts',
];

// Tests that drive real browsers are run by `test/tools/test.mjs` after the build; these need Node alone.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    // One test file a core: left to itself, vitest keeps one core free.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'sharing', include: SHARING, isolate: false } },
      {
        extends: true,
        test: { name: 'alone', include: ['test/{unit,servers,sync}/**/*.test.{ts,tsx}'], exclude: SHARING },
      },
    ],
    setupFiles: ['test/tools/seed-properties.ts'],
    testTimeout: 20_000,
  },
});
