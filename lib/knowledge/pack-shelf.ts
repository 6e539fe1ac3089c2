/**
 * Packs that the reader imported, as they are read: each part is checked when it is, since a disk may spoil it, and the
 * whole again when something was found wrong. What puts them there is in pack-keeper.ts, which the worker never needs.
 */

import type { BackstoryDatabase, PackRow } from '../database';
import { type Pack, PackError, type PackProblem, verifyPack } from '../pack';
import type { Day } from '../time';
import { openPackBlob } from './pack-blob';
import { inOrder, placeOf, readPlaces } from './pack-places';

export interface PackShelf {
  /**
   * All that was kept in their order, each with what is wrong with it if it does not open (`thorough`: or has a wrong byte
   * anywhere); nothing when the database cannot be read.
   */
  open(thorough: boolean): Promise<readonly ShelvedPack[]>;
  /** Another text whenever other packs are in use, or in another order. */
  edition(): Promise<string>;
}

/** What the reader may want to know of an imported pack besides what stands in it. */
export interface ShelvedPackTraits {
  readonly name: string;
  /** Goes before the bundled pack. */
  readonly leads: boolean;
  /** The address that it was fetched from. */
  readonly from: string | null;
  /** The edition that is kept behind it. */
  readonly before: Day | null;
}

export type ShelvedPack = ShelvedPackTraits &
  ({ readonly pack: Pack; readonly problem: null } | { readonly pack: null; readonly problem: PackProblem });

export function createPackShelf(database: BackstoryDatabase): PackShelf {
  const { packs } = database;
  return {
    async open(thorough) {
      const [rows, places] = await Promise.all([
        packs.toArray().catch(() => []),
        readPlaces(database).catch(() => new Map<string, number>()),
      ]);
      const opened = inOrder(rows, places).map((row) => shelved(row, placeOf(places, row.name) < 0, thorough));
      return Promise.all(opened);
    },

    async edition() {
      const [rows, places] = await Promise.all([packs.toArray(), readPlaces(database)]);
      const line = ({ name, importedAt }: PackRow) => `${placeOf(places, name) < 0 ? '<' : '>'} ${name} ${importedAt}`;
      return inOrder(rows, places).map(line).join('\n');
    },
  };
}

async function shelved(row: PackRow, leads: boolean, thorough: boolean): Promise<ShelvedPack> {
  const { name, file, scanLength } = row;
  const traits = { name, leads, from: row.from ?? null, before: row.before?.edition ?? null };
  try {
    if (thorough) verifyPack(await file.arrayBuffer());
    return { ...traits, pack: await openPackBlob(file, scanLength), problem: null };
  } catch (error) {
    return { ...traits, pack: null, problem: error instanceof PackError ? error.problem : 'damaged' };
  }
}
