import { defineConfig } from 'vitest/config';

/**
 * Files whose modules keep no state and touch no globals share what they load: reading it anew for each took half of the
 * time. Not those that replace a module (`share-modules.ts` says so) or a global, nor `database`, which is about how
 * Dexie meets the IndexedDB that it finds.
 */
const SHARING = [
  'test/unit/*.test.ts',
  'test/unit/{border,dating,facts,hover,knowledge-import,language,linking,lookup,map,pack,recall,settings,story-background,sync,text,time,tools,words}/**/*.test.ts',
  'test/unit/{components,knowledge,notes}/**/!(answers|hostile-files).test.ts',
  'test/unit/messages/card-talk.test.ts',
];

/** One window for all of a worker. Not those that watch it, spoil it, or count what it is asked. */
const SHARING_A_WINDOW = [
  'test/unit/components/!(backup).test.tsx',
  'test/unit/{library,own-page}/use-*.test.tsx',
  'test/unit/page/{article,card-place,day-clues,declared-language,furniture,kinds-of-page,linked-line,live-posts,page-index,rule-out,text-block}.test.ts',
];

const share = (name: string, include: string[], setupFiles: string[]) => ({
  extends: true as const,
  test: { name, include, isolate: false, setupFiles: ['test/tools/share-modules.ts', ...setupFiles] },
});

// Tests that drive real browsers are run by `test/tools/test.mjs` after the build; these need Node alone.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    // One test file a core: left to itself, vitest keeps one core free.
    maxWorkers: '100%',
    projects: [
      // Dexie takes the IndexedDB that is there when it is first loaded.
      share('sharing', SHARING, ['fake-indexeddb/auto']),
      share('sharing a window', SHARING_A_WINDOW, []),
      {
        extends: true,
        test: {
          name: 'alone',
          // A thread starts with a fifth less work than a process.
          pool: 'threads',
          include: ['test/{unit,servers,sync}/**/*.test.{ts,tsx}'],
          exclude: [...SHARING, ...SHARING_A_WINDOW],
        },
      },
    ],
    setupFiles: ['test/tools/seed-properties.ts', 'test/tools/patience.ts'],
    expect: { poll: { timeout: 20_000 } },
    // No test is about time: these end what hangs, also where other work holds both cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
