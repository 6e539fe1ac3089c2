/**
 * The packs in use, in the reader's order: where two contradict each other, the first wins. Opened on the first look-up
 * and then shared; a worker dies often, so nothing is done until somebody asks. A bad pack is skipped and its problem
 * kept for the library. Damage inside a pack shows when it is read; then all are checked (`mend`), and the work can be
 * tried again.
 */

import { type Pack, PackError } from '../pack';
import type { PackSummary } from './answers';
import type { ShelvedPack } from './pack-shelf';

export interface OpenPacks {
  /** Rejects with the bundled pack's PackError if there is no pack at all. */
  all(): Promise<readonly Pack[]>;
  /** Checks every byte of every pack. */
  summaries(): Promise<readonly PackSummary[]>;
  /** The imported packs have changed: reopen them at the next look-up. The bundled one stays. */
  forget(): void;
  /**
   * A pack turned out to be damaged: drops the damaged ones and takes the bundled one from the extension's own file.
   */
  mend(): Promise<void>;
}

export interface PackSources {
  readonly bundled: (thorough: boolean) => Promise<Pack>;
  readonly imported: (thorough: boolean) => Promise<readonly ShelvedPack[]>;
}

interface Opened {
  readonly packs: readonly Pack[];
  readonly summaries: readonly PackSummary[];
  readonly bundledError: unknown;
}

export function createOpenPacks({ bundled, imported }: PackSources): OpenPacks {
  let opened: { readonly packs: Promise<Opened>; readonly thorough: boolean } | null = null;
  /** Kept: checking every byte again whenever another pack changes would cost hundreds of milliseconds. */
  let own: { readonly pack: Promise<Pack>; readonly thorough: boolean } | null = null;

  function ownPack(thorough: boolean): Promise<Pack> {
    if (own && (own.thorough || !thorough)) return own.pack;
    const mine = { pack: bundled(thorough), thorough };
    own = mine;
    mine.pack.catch(() => {
      if (own === mine) own = null;
    });
    return mine.pack;
  }

  async function open(thorough: boolean): Promise<Opened> {
    const [own, others] = await Promise.allSettled([ownPack(thorough), imported(thorough)]);
    const shelf = others.status === 'fulfilled' ? others.value : [];
    const bundledError = own.status === 'rejected' ? own.reason : null;
    const bundledPack = own.status === 'fulfilled' ? own.value : null;
    const inOrder = [
      ...shelf.filter(({ leads }) => leads).map(entryOf),
      {
        pack: bundledPack,
        summary: {
          id: null,
          info: bundledPack?.info ?? null,
          problem: bundledError instanceof PackError ? bundledError.problem : bundledError ? 'not-a-pack' : null,
          from: null,
          before: null,
        } satisfies PackSummary,
      },
      ...shelf.filter(({ leads }) => !leads).map(entryOf),
    ];
    return {
      packs: inOrder.flatMap(({ pack }) => pack ?? []),
      summaries: inOrder.map(({ summary }) => summary),
      bundledError,
    };
  }

  function shared(thorough = false): Promise<Opened> {
    if (opened && (opened.thorough || !thorough)) return opened.packs;
    const mine = { packs: open(thorough), thorough };
    opened = mine;
    // A failed read may succeed next time, for example under memory pressure.
    void mine.packs.then(({ bundledError }) => {
      if (bundledError && opened === mine) opened = null;
    });
    return mine.packs;
  }

  return {
    async all() {
      const { packs, bundledError } = await shared();
      if (packs.length === 0) throw bundledError;
      return packs;
    },
    async summaries() {
      return (await shared(true)).summaries;
    },
    forget() {
      opened = null;
    },
    async mend() {
      opened = null;
      own = null;
      await shared(true);
    },
  };
}

function entryOf({ name, pack, problem, from, before }: ShelvedPack) {
  const summary: PackSummary = { id: name, info: pack?.info ?? null, problem, from, before };
  return { pack, summary };
}
