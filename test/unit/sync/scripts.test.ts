/**
 * Some of the scripts of `npm run test:sync`, in every run of the tests; SEED there, with KIND=folder or KIND=account,
 * repeats one that breaks a law.
 */
import { describe, expect, it } from 'vitest';
import { runAccountScript } from '../../sync/account-script';
import { fastVault } from '../../sync/fast-vault';
import { createIndexedDatabase } from '../../sync/indexed-database';
import { runScript } from '../../sync/script';
import { seededCrypto } from '../../sync/seeded-crypto';
import type { ScriptWorld } from '../../sync/world';

/** Always the same ones here: a change that breaks a law is the change's fault. */
const FIRST = 1;

const kinds = { folders: runScript, 'the browser account': runAccountScript };
type Kind = keyof typeof kinds;

async function story(kind: Kind, seed: number, world: Omit<ScriptWorld, 'vaultOf'> = {}): Promise<string[]> {
  const lines: string[] = [];
  const restore = seededCrypto(seed);
  await kinds[kind](seed, { vaultOf: fastVault, tell: (line) => lines.push(line), ...world }).finally(restore);
  return lines;
}

describe.each([
  { kind: 'folders', scripts: 150 },
  { kind: 'the browser account', scripts: 60 },
] as const)('sync over $kind', ({ kind, scripts }) => {
  it(`holds its laws in ${scripts} scripts`, { timeout: 300_000 }, async () => {
    for (let seed = FIRST; seed < FIRST + scripts; seed++) await story(kind, seed);
  });

  it('goes the same way over IndexedDB as over the tables that the scripts use', { timeout: 300_000 }, async () => {
    for (let seed = FIRST; seed < FIRST + 10; seed++) {
      const indexed = await story(kind, seed, { databaseOf: createIndexedDatabase });
      expect(indexed, `seed ${seed}`).toEqual(await story(kind, seed));
    }
  });
});
