/**
 * What was looked up joins linking and cards as packs of its own, behind all others: `recent`, made anew with each look-up,
 * and `settled`, which takes what is recent when that has grown. A worker that is born reads the scan parts of both, and
 * no item. Either can be made anew from the items, and is when it turns out to be damaged.
 *
 *   look-up ─► items (rows) ─► recent.pack ──── more than 500, or an item of `settled` came anew ──► settled.pack
 */
import type { BackstoryDatabase, OverlayTier } from '../../database';
import { openPack, type Pack, verifyPack } from '../../pack';
import type { Day } from '../../time';
import { entityIn } from '../dossier';
import { openPackBlob } from '../pack-blob';
import type { LookedUpStore } from './looked-up-store';
import type { OverlayGround, OverlayItem } from './overlay-source';

/** Building a pack of this size takes about 50 ms. */
const MOST_RECENT = 500;
const TIERS: readonly OverlayTier[] = ['recent', 'settled'];

export interface OverlayPacks {
  /**
   * In order; empty if nothing was looked up or the database fails. `thorough`: every byte is checked, and damaged
   * packs are rebuilt.
   */
  open(thorough: boolean): Promise<readonly Pack[]>;
  /** The stored items have changed. */
  remake(): Promise<void>;
  /** Changes whenever the items do. */
  edition(): Promise<string>;
  /** For a private window's packs: a pack of just these items, stored nowhere. */
  of(items: readonly OverlayItem[]): Promise<Pack | null>;
}

export interface OverlayParts {
  readonly database: BackstoryDatabase;
  readonly store: LookedUpStore;
  /** All other packs. */
  readonly base: () => Promise<readonly Pack[]>;
  readonly today: () => Day;
  /** Produces the bytes of a pack. */
  readonly write: (items: readonly OverlayItem[], ground: OverlayGround) => Promise<Uint8Array<ArrayBuffer>>;
  /** Random. */
  readonly newEdition: () => string;
}

export function createOverlayPacks({ database, store, base, today, write, newEdition }: OverlayParts): OverlayPacks {
  const { overlays } = database;
  let last: Promise<void> = Promise.resolve();

  async function bytesOf(name: string, items: readonly OverlayItem[]): Promise<Uint8Array<ArrayBuffer> | null> {
    if (items.length === 0) return null;
    const packs = await base();
    return write(items, { name, edition: today(), headOf: (key) => entityIn(packs, key) });
  }

  async function make(tier: OverlayTier): Promise<void> {
    const rows = await store.rows(tier);
    const bytes = await bytesOf(
      `looked up, ${tier}`,
      rows.map(({ item, sure }) => ({ item, sure: sure === 1 })),
    );
    if (bytes === null) return void (await overlays.delete(tier));
    const { scanLength } = openPack(bytes);
    await overlays.put({ tier, scanLength, file: new Blob([bytes]), edition: newEdition() });
  }

  async function remakeAll(): Promise<void> {
    const recent = await store.rows('recent');
    const settled = await opened('settled');
    // An older version of an item must not stand beside the newer one.
    const isStale = recent.some(({ key }) => settled !== null && settled.row(key) >= 0);
    if (recent.length > MOST_RECENT || isStale) {
      await store.settle();
      await make('settled');
    }
    await make('recent');
  }

  async function opened(tier: OverlayTier, thorough = false): Promise<Pack | null> {
    const row = await overlays.get(tier);
    if (!row) return null;
    if (thorough) verifyPack(await row.file.arrayBuffer());
    return openPackBlob(row.file, row.scanLength);
  }

  async function openAll(thorough: boolean): Promise<readonly Pack[]> {
    const packs = await Promise.all(TIERS.map((tier) => opened(tier, thorough)));
    return packs.filter((pack) => pack !== null);
  }

  return {
    async open(thorough) {
      try {
        return await openAll(thorough);
      } catch {
        // Damaged or unfinished: the items are what counts.
      }
      try {
        for (const tier of TIERS) await make(tier);
        return await openAll(false);
      } catch {
        return [];
      }
    },
    remake() {
      // One at a time: two at once would each use what they saw.
      last = last.then(remakeAll, remakeAll);
      return last;
    },
    async edition() {
      const rows = await overlays.toArray().catch(() => []);
      return rows.map(({ edition }) => edition).join(' ');
    },
    async of(items) {
      const bytes = await bytesOf('looked up here', items);
      return bytes && openPack(bytes);
    },
  };
}
