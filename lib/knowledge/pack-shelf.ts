/**
 * Imported packs, as they are read: each part is checked when read, since a disk may corrupt it, and the whole pack
 * again once a fault was found. Adding packs is in pack-keeper.ts, which the worker never needs.
 */

import type { BackstoryDatabase, PackRow } from '../database';
import { type Pack, PackError, type PackProblem, verifyPack } from '../pack';
import type { Day } from '../time';
import { openPackBlob } from './pack-blob';
import { rankOf, readPlaces, sortedByPlace } from './pack-places';

export interface PackShelf {
  /**
   * All stored packs in order, each with its problem if it does not open (`thorough`: or has any wrong byte); empty if
   * the database cannot be read.
   */
  open(thorough: boolean): Promise<readonly ShelvedPack[]>;
  /** Changes whenever the packs in use or their order do. */
  edition(): Promise<string>;
}

/** What a reader may want to know about an imported pack besides its content. */
export interface ShelvedPackTraits {
  readonly name: string;
  /** Comes before the bundled pack. */
  readonly leads: boolean;
  /** The address it was fetched from. */
  readonly from: string | null;
  /** The previous edition kept with it. */
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
      const opened = sortedByPlace(rows, places).map((row) => shelved(row, rankOf(places, row.name) < 0, thorough));
      return Promise.all(opened);
    },

    async edition() {
      const [rows, places] = await Promise.all([packs.toArray(), readPlaces(database)]);
      const line = ({ name, importedAt }: PackRow) => `${rankOf(places, name) < 0 ? '<' : '>'} ${name} ${importedAt}`;
      return sortedByPlace(rows, places).map(line).join('\n');
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
