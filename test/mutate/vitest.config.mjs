/** The tests of one room, as `stryker.config.mjs` runs them for each mutant. */
import { mergeConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import ours from '../vitest.config';
import { ROOMS } from './rooms.mjs';

/** Quick ones first: most mutants are noticed by the first test that looks, and the rest is not run then. */
class QuickFirst extends BaseSequencer {
  sort(files) {
    const isSlow = ({ moduleId }) => Number(moduleId.includes('.property.'));
    return files.toSorted((a, b) => isSlow(a) - isSlow(b));
  }
}

const config = mergeConfig(ours, {
  test: {
    setupFiles: ['test/mutate/skip-slow.mjs'],
    sequence: { sequencer: QuickFirst },
    // One worker for all files of a mutant: a new one for each would take longer than the tests. The next mutant has its own.
    isolate: false,
  },
});
// Not merged: the lists would be joined, and every test would run for each mutant.
config.test.include = ROOMS[process.env.MUTATE_ROOM ?? 'hover'].tests;

export default config;
