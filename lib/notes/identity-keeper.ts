/**
 * Records what every stored key means today, so that lists and pages need no pack for it. New keys are marked as due by
 * the transaction that first writes them; all become due when the packs change.
 */
import type { BackstoryDatabase } from '../database';
import type { EntityKey } from '../facts';
import { digestOf } from './document/digest';
import { identityRow } from './store/identities';

export interface IdentityKeeperParts {
  readonly database: BackstoryDatabase;
  /** Changes whenever the packs in use do; cheap. */
  readonly edition: () => Promise<string>;
  /** What a key means today according to the packs; opens them. */
  readonly heirs: () => Promise<(key: EntityKey) => readonly EntityKey[]>;
}

export interface IdentityKeeper {
  /** Call when a worker starts and after each change of packs or notes. Resolves when nothing is due. */
  keep(): Promise<void>;
  /** Resolves when the last call has ended, successfully or not. */
  kept(): Promise<void>;
}

const EDITION = 'identities-of';
/** Hex digits that a JavaScript number holds exactly. */
const DIGITS = 12;

export function createIdentityKeeper({ database, edition, heirs }: IdentityKeeperParts): IdentityKeeper {
  const { identities, notes, sightings, meta } = database;
  let last: Promise<void> = Promise.resolve();

  async function keep(): Promise<void> {
    const value = Number.parseInt(digestOf(await edition()).slice(0, DIGITS), 16);
    if ((await meta.get(EDITION))?.value === value) return keepDue();
    const today = await heirs();
    await database.transaction('rw', identities, notes, sightings, meta, async () => {
      const keys = await Promise.all([
        notes.toCollection().primaryKeys(),
        notes.orderBy('place').uniqueKeys(),
        sightings.orderBy('entity').uniqueKeys(),
      ]);
      await identities.clear();
      await identities.bulkPut([...new Set(keys.flat().map(String))].map((key) => identityRow(key, today(key), 0)));
      // Other packs know other names, so back-links must be found again.
      await notes
        .where('linked')
        .equals(1)
        .and(({ text }) => text !== '')
        .modify({ linked: 0 });
      await meta.put({ name: EDITION, value });
    });
  }

  async function keepDue(): Promise<void> {
    const due = () => identities.where('due').equals(1);
    if ((await due().count()) === 0) return;
    const today = await heirs();
    await database.transaction('rw', identities, async () => {
      await identities.bulkPut((await due().toArray()).map(({ key }) => identityRow(key, today(key), 0)));
    });
  }

  return {
    keep() {
      const run = last.then(keep);
      last = run.catch(() => undefined);
      return run;
    },
    kept: () => last,
  };
}
