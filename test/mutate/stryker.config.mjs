/** Stryker's side of `npm run mutate`, which says by MUTATE_ROOM what is mutated. What and why: `rooms.mjs`. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LEAST_KILLED, ROOMS, reportOf } from './rooms.mjs';

const room = process.env.MUTATE_ROOM ?? 'hover';

export default {
  mutate: ROOMS[room].mutate,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutate/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  // Of two cores: a mutant that runs into its time limit because another one has the core would count as killed.
  concurrency: 1,
  // Generous, since little waits for it: what runs in a circle is noticed by how often, not by how long.
  timeoutMS: 60_000,
  timeoutFactor: 3,
  thresholds: { high: 95, low: LEAST_KILLED, break: LEAST_KILLED },
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  jsonReporter: { fileName: reportOf(room) },
  tempDirName: join(tmpdir(), 'backstory-mutate'),
  ignorePatterns: ['.output', 'packs', 'assets', 'entrypoints', 'components', 'test/fixtures', '*.md'],
  // Stryker would read ours with a TypeScript of its own; there is nothing in it that the copy needs rewritten.
  tsconfigFile: 'none',
  // Tests run without types, and what is not compiled needs no comments against the compiler.
  disableTypeChecks: false,
};
