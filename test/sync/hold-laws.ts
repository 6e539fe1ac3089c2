/**
 * Some of the scripts of `npm run test:sync`, in every run of the tests; SEED there, with KIND=folder or KIND=account,
 * repeats one that breaks a law.
 */
import { expect, it } from 'vitest';
import { fastVault } from './fast-vault';
import { createIndexedDatabase } from './indexed-database';
import { seededCrypto } from './seeded-crypto';
import type { ScriptWorld } from './world';

/** Always the same ones here: a change that breaks a law is the change's fault. */
const FIRST = 1;

type RunScript = (seed: number, world: ScriptWorld) => Promise<unknown>;

/** The tests of one kind of remote; each kind has a file of its own, so that they run side by side. */
export function holdLaws(run: RunScript, scripts: number): void {
  async function story(seed: number, world: Omit<ScriptWorld, 'vaultOf'> = {}): Promise<string[]> {
    const lines: string[] = [];
    const restore = seededCrypto(seed);
    await run(seed, { vaultOf: fastVault, tell: (line) => lines.push(line), ...world }).finally(restore);
    return lines;
  }

  const told = new Map<number, string[]>();

  it(`converges without loss in ${scripts} random scripts`, { timeout: 300_000 }, async () => {
    for (let seed = FIRST; seed < FIRST + scripts; seed++) told.set(seed, await story(seed));
  });

  it('gives the same results over IndexedDB as over the in-memory tables', { timeout: 300_000 }, async () => {
    for (let seed = FIRST; seed < FIRST + 10; seed++) {
      const indexed = await story(seed, { databaseOf: createIndexedDatabase });
      expect(indexed, `seed ${seed}`).toEqual(told.get(seed) ?? (await story(seed)));
    }
  });
}
