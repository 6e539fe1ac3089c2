/** Some of the scripts of `npm run test:sync`, in every run of the tests; SEED there repeats one that breaks a law. */
import { expect, it } from 'vitest';
import { fastVault } from '../../sync/fast-vault';
import { createIndexedDatabase } from '../../sync/indexed-database';
import { runScript } from '../../sync/script';
import { seededCrypto } from '../../sync/seeded-crypto';
import type { ScriptWorld } from '../../sync/world';

/** Always the same ones here: a change that breaks a law is the change's fault. */
const FIRST = 1;

async function story(seed: number, world: Omit<ScriptWorld, 'vaultOf'> = {}): Promise<string[]> {
  const lines: string[] = [];
  const restore = seededCrypto(seed);
  await runScript(seed, { vaultOf: fastVault, tell: (line) => lines.push(line), ...world }).finally(restore);
  return lines;
}

it('holds its laws in a hundred and fifty scripts', { timeout: 300_000 }, async () => {
  for (let seed = FIRST; seed < FIRST + 150; seed++) await story(seed);
});

it('goes the same way over IndexedDB as over the tables that the scripts use', { timeout: 300_000 }, async () => {
  for (let seed = FIRST; seed < FIRST + 10; seed++) {
    expect(await story(seed, { databaseOf: createIndexedDatabase }), `seed ${seed}`).toEqual(await story(seed));
  }
});
