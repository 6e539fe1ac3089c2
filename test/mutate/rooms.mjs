/**
 * What is mutated, and which tests have to notice. Of `lib/sync` it is what decides about notes: whether a file or an item
 * is whole and ours, taken in, held back, set aside, written again, joined, taken away. Not what only carries (`remotes/`,
 * `vault/`, codecs, memories), decides when (`when-to-run.ts`, `schedule.ts`, `run-remote.ts`) or shows (`status.ts`):
 * a fault there delays a note or misnames it, and the tests of real servers and browsers are its guard.
 */
const files = (...names) => names.map((name) => `lib/sync/device-files/${name}.ts`);
const items = (...names) => names.map((name) => `lib/sync/note-items/${name}.ts`);
const hoverTests = (...names) => names.map((name) => `test/unit/hover/${name}.test.ts`);
const syncTests = (...names) => names.map((name) => `test/unit/sync/${name}.test.ts`);

/** `tests`: the quick ones first. */
export const ROOMS = {
  facts: { mutate: ['lib/facts/**/*.ts'], tests: ['test/unit/facts/**/*.test.ts'] },
  hover: {
    mutate: ['lib/hover/**/*.ts'],
    tests: hoverTests(
      'pointer',
      'resting',
      'held-card',
      'put-away',
      'machine',
      'run',
      'pace',
      'corridor',
      'shell',
      'machine.property',
      'shell.property',
    ),
  },
  'notes-editor': {
    mutate: ['lib/notes/editor/machine.ts'],
    tests: ['editor-session', 'note-size', 'editor.property'].map((name) => `test/unit/notes/${name}.test.ts`),
  },
  'sync-files': {
    mutate: [
      // Who vouches for what lies there in plain, for both layouts.
      'lib/sync/held-back.ts',
      // `visit`: whole, torn, gone or withheld; written and read back; taken away, and in which order.
      ...files('audit', 'hold-back', 'note-stale', 'plan-joining', 'pull', 'push', 'tidy', 'visit'),
    ],
    tests: syncTests('device-files-*', 'held-back-*', 'codec', 'device-files'),
  },
  'sync-items': {
    // `layout`: which items are one whole value.
    mutate: items('deliver', 'delivery', 'hold-back', 'layout', 'take-in', 'too-much'),
    tests: syncTests(
      ...['take-in', 'delivery', 'deliver', 'full-account', 'too-much', 'gate', 'layout'].map(
        (part) => `note-items-${part}`,
      ),
      'note-items',
    ),
  },
};

/** Stryker's report on the last run of a room, with every mutant in it. */
export const reportOf = (room) => `.output/mutate/${room}.json`;

/** Percent of the mutants in each room that a test has to notice. */
export const LEAST_KILLED = 85;
