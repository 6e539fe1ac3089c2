/**
 * The packs in use: the bundled one first, then the imported. Opened on the first look-up and then shared; a worker
 * dies often, so this costs nothing until somebody asks. A bad pack is left out and its problem kept for the library.
 */

import { type Pack, PackError } from '../pack';
import type { PackSummary } from './answers';
import type { ShelvedPack } from './pack-shelf';

export interface OpenPacks {
  /** Rejects with the PackError of the bundled pack when there is no pack at all. */
  all(): Promise<readonly Pack[]>;
  summaries(): Promise<readonly PackSummary[]>;
  /** The set of packs has changed: open them anew at the next look-up. */
  forget(): void;
}

export interface PackPlaces {
  readonly bundled: () => Promise<Pack>;
  readonly imported: () => Promise<readonly ShelvedPack[]>;
}

interface Opened {
  readonly packs: readonly Pack[];
  readonly summaries: readonly PackSummary[];
  readonly bundledError: unknown;
}

export function createOpenPacks({ bundled, imported }: PackPlaces): OpenPacks {
  let opened: Promise<Opened> | null = null;

  async function open(): Promise<Opened> {
    const [own, others] = await Promise.allSettled([bundled(), imported()]);
    const shelf = others.status === 'fulfilled' ? others.value : [];
    const sound = shelf.flatMap(({ pack }) => pack ?? []);
    const packs = own.status === 'fulfilled' ? [own.value, ...sound] : sound;
    const bundledError = own.status === 'rejected' ? own.reason : null;
    const bundledSummary: PackSummary = {
      id: 'bundled',
      bundled: true,
      info: own.status === 'fulfilled' ? own.value.info : null,
      problem: bundledError instanceof PackError ? bundledError.problem : bundledError ? 'not-a-pack' : null,
    };
    const summaries = shelf.map(
      ({ name, pack, problem }): PackSummary => ({ id: name, bundled: false, info: pack?.info ?? null, problem }),
    );
    return { packs, summaries: [bundledSummary, ...summaries], bundledError };
  }

  function shared(): Promise<Opened> {
    if (opened) return opened;
    const mine = open();
    opened = mine;
    // What went wrong once (a read under memory pressure) may go well the next time.
    void mine.then(({ bundledError }) => {
      if (bundledError && opened === mine) opened = null;
    });
    return mine;
  }

  return {
    async all() {
      const { packs, bundledError } = await shared();
      if (packs.length === 0) throw bundledError;
      return packs;
    },
    async summaries() {
      return (await shared()).summaries;
    },
    forget() {
      opened = null;
    },
  };
}
