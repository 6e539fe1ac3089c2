/**
 * Any words, asked of the open world: what its search has under them, and one of these things, which the reader chose, with
 * all that is told of it. Each step is a press of its own. What was chosen is kept, and opens no name in stories by itself.
 *
 *   search (press) ─► found, six at most | nothing | trouble
 *   open (press)   ─► known and read of late? ── no ─► asked, kept ─► found | gone | trouble
 */
import type { EntityKey } from '../../facts';
import type { LookUp } from '../look-up';
import type { LookedUpStore } from './looked-up-store';
import type { NameTrouble } from './name-state';
import type { NamesParts, NamesSettings } from './names-desk';
import { nameTroubleOf } from './trouble-of';

/** A search result: a title, and a line that tells it from others. */
export interface WorldFind {
  readonly entity: EntityKey;
  readonly name: string;
  readonly gloss: string;
}

export type WorldFinds =
  /** Consent is "never". */
  | { readonly state: 'off' }
  | { readonly state: 'found'; readonly finds: readonly WorldFind[] }
  | { readonly state: 'nothing' }
  | NameTrouble;

export type WorldItem =
  | { readonly state: 'off' }
  /** Its card can be requested under that key, which may differ from the one asked for. */
  | { readonly state: 'found'; readonly entity: EntityKey }
  /** It was deleted. */
  | { readonly state: 'gone' }
  | NameTrouble;

export interface WorldOptions {
  /** False in private windows: then nothing is stored on the device. */
  readonly remember: boolean;
}

export interface WorldDesk {
  search(words: string, settings: NamesSettings, options: WorldOptions): Promise<WorldFinds>;
  open(item: EntityKey, settings: NamesSettings, options: WorldOptions): Promise<WorldItem>;
}

export interface WorldParts extends Pick<NamesParts, 'keepPrivate' | 'changed' | 'now'> {
  readonly store: Pick<LookedUpStore, 'keep' | 'fetchedAt'>;
  readonly lookUpFor: (settings: NamesSettings) => Promise<Pick<LookUp, 'search' | 'refresh'>>;
  /** Is there already a card for it? */
  readonly knows: (key: EntityKey) => Promise<boolean>;
}

/** Something read today is not requested again. */
const FRESH_MS = 86_400_000;

export function createWorldDesk({ store, lookUpFor, keepPrivate, changed, knows, now }: WorldParts): WorldDesk {
  async function isReadOfLate(item: EntityKey): Promise<boolean> {
    const at = (await store.fetchedAt([item])).get(item);
    return at !== undefined && Math.abs(now() - at) < FRESH_MS && (await knows(item));
  }

  return {
    async search(words, settings, { remember }) {
      if (settings.names === 'never') return { state: 'off' };
      const { found, ended } = await (await lookUpFor(settings)).search(words, { remember });
      const trouble = nameTroubleOf(ended, now());
      if (trouble !== null) return trouble;
      // An article without an item has nothing for a card.
      const finds = found.flatMap(({ title, item, gloss }) => (item ? [{ entity: item, name: title, gloss }] : []));
      return finds.length > 0 ? { state: 'found', finds } : { state: 'nothing' };
    },

    async open(item, settings, { remember }) {
      if (settings.names === 'never') return { state: 'off' };
      if (await isReadOfLate(item)) return { state: 'found', entity: item };
      const { refreshed, ended } = await (await lookUpFor(settings)).refresh([item], { remember });
      const result = refreshed.get(item);
      if (result?.state === 'found') {
        if (remember) await store.keep(settings.wikiApi, new Map(), [result.item]);
        else await keepPrivate([{ item: result.item, sure: false }]);
        await changed();
        return { state: 'found', entity: result.item.entity.key };
      }
      // What the packs say is better than an error.
      if (await knows(item)) return { state: 'found', entity: item };
      // For the reader, an item that yields no card does not exist.
      return nameTroubleOf(ended, now()) ?? { state: 'gone' };
    },
  };
}
