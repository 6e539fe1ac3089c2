/** The tests of one room, as `stryker.config.mjs` runs them for each mutant. */
import { mergeConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import ours from '../vitest.config';
import { ROOMS } from './rooms.mjs';

const { tests } = ROOMS[process.env.MUTATE_ROOM ?? 'hover'];

/** In the order of `rooms.mjs`: most mutants are noticed by the first test that looks, and the rest is not run then. */
class AsListed extends BaseSequencer {
  sort(files) {
    const place = ({ moduleId }) => tests.findIndex((pattern) => moduleId.includes(pattern.split('*')[0]));
    return files.toSorted((a, b) => place(a) - place(b));
  }
}

const config = mergeConfig(ours, {
  test: {
    setupFiles: ['test/mutate/skip-slow.mjs'],
    sequence: { sequencer: AsListed },
    // One worker for all files of a mutant: a new one for each would take longer than the tests. The next mutant has its own.
    isolate: false,
  },
});
// Not merged: the lists would be joined, and every test would run for each mutant.
config.test.include = tests;
config.test.projects = undefined;

export default config;
