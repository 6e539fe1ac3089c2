/**
 * Looks names up in the open world, in few requests (`look-up-group.ts`): titles → items → labels of what the facts name. Names of
 * a language with a wiki of its own are sought there first, and those that it lacks in the one that is asked for all.
 * What came before a failure or the reader's "stop" is kept.
 */
import type { EntityKey } from '../facts';
import {
  groupsOf,
  ITEMS_A_QUESTION,
  type Item,
  isTitle,
  type KnownEntity,
  type Label,
  type LookedUpItem,
  type LookUpResult,
  type NoneFound,
  readSearch,
  type SearchFind,
  searchQuery,
  toRows,
  type WantedName,
  type WikiSite,
} from '../lookup';
import { OTHER_LANGUAGES, type OtherLanguage } from '../pack';
import { type Day, utcDay } from '../time';
import { TITLES_BYTES } from './ask-titles';
import { inSeries } from './in-series';
import { type Group, type GroupGround, type GroupWiki, lookUpGroup } from './look-up-group';
import { siteOf } from './mediawiki/site-of';
import { isSourceError, type SourceError } from './mediawiki/source-error';
import type { WikiClient } from './mediawiki/wiki-client';

export interface LookUpParts {
  /** Wikipedia, or the wiki that the reader set. */
  readonly wiki: WikiClient;
  /** Wikis of other languages, asked before it for names of stories in theirs. */
  readonly others?: readonly AskedWiki[];
  readonly wikidata: WikiClient;
  /** Of a key ("q30"): what the packs know, so that nothing has to be asked. The same object may be asked thousands of times. */
  readonly knows: (key: EntityKey) => KnownEntity | null;
  readonly now: () => number;
}

export interface AskedWiki {
  readonly language: OtherLanguage;
  readonly client: WikiClient;
}

export interface LookUpOptions {
  readonly signal?: AbortSignal | undefined;
  /** False in private windows: then no line of the log names what was asked. */
  readonly remember: boolean;
  /** How far it is; called after each answer, never after the end. */
  readonly progress?: ((told: LookUpProgress) => void) | undefined;
}

export interface LookUpProgress {
  /** Names that have their answer. */
  readonly done: number;
  readonly of: number;
  /** Answers that have come. */
  readonly requests: number;
}

/** Why it ended before all was asked; null where all was. */
export type LookUpEnd = SourceError | 'cancelled' | null;

/** What is asked for along with names. */
export interface NameLookUpOptions extends LookUpOptions {
  /** Entities that packs know: with twenty names some twenty go in the same requests. */
  readonly refresh?: readonly EntityKey[] | undefined;
  /** Of the one name that is asked for: what came of it when it was asked for among others, so that only the rest is asked. */
  readonly before?: NoneFound | null | undefined;
}

export interface LookedUpNames {
  /** By the name as it was asked. A name that is absent was not asked to the end. */
  readonly results: ReadonlyMap<string, LookUpResult>;
  /** By the key as it was asked ("q30"). One that is absent was not asked to the end. */
  readonly refreshed: ReadonlyMap<EntityKey, RefreshResult>;
  readonly ended: LookUpEnd;
}

/** `gone`: the item was deleted. One that was merged comes as the item that it is now, with the key of before in `formerly`. */
export type RefreshResult = { readonly state: 'found'; readonly item: LookedUpItem } | { readonly state: 'gone' };

export interface FoundTitles {
  readonly found: readonly SearchFind[];
  readonly ended: LookUpEnd;
}

export interface LookUp {
  /** `day`: of the story; what is known of an item is held against it. */
  lookUp(names: readonly WantedName[], day: Day, options: NameLookUpOptions): Promise<LookedUpNames>;
  /** Entities that packs know by their id: no titles are sent. */
  refresh(keys: readonly EntityKey[], options: LookUpOptions): Promise<Omit<LookedUpNames, 'results'>>;
  /** What the reader typed or selected, asked of Wikipedia's search: six candidates at most. */
  search(words: string, options: LookUpOptions): Promise<FoundTitles>;
}

/** Names that no title is: of a whole sentence, or with signs that no wiki takes. */
const LONGEST_NAME = 120;
/** So many known ones go with a group of names; without names there is room for as many as one question takes. */
const REFRESHED_A_GROUP = 20;
/**
 * Of names and glosses, the first that there is. English is what the tables are written in; `mul` are names that are the same in all
 * languages; the others are those of the folders.
 */
const LANGUAGES = ['en', 'mul', ...OTHER_LANGUAGES];
const OF_TABLES = 'en';

export function createLookUp({ wiki, others = [], wikidata, knows, now }: LookUpParts): LookUp {
  const sites: readonly WikiSite[] = [
    { site: siteOf(wiki.api, OF_TABLES), prefix: '' },
    ...others.map(({ language, client }) => ({ site: siteOf(client.api, language), prefix: `${language}:` })),
  ];

  /** Each host has a queue of its own for one look-up. */
  function groundFor(day: Day, { signal, remember }: LookUpOptions, answered: () => void): GroupGround {
    const wikis: readonly GroupWiki[] = [
      ...others.map(({ language, client }) => ({ of: language, language, client: inSeries(client) })),
      { of: null, language: OF_TABLES, client: inSeries(wiki) },
    ];
    const asking = { wikidata: inSeries(wikidata), languages: LANGUAGES, sites, signal, remember, answered };
    return { ...asking, wikis, knows, today: utcDay(now()), day };
  }

  /** Those of one language side by side, so that each group asks as few wikis as can be. */
  const byWiki = (names: readonly WantedName[]): readonly WantedName[] => {
    const isOf = (language: string | null | undefined) => others.some((other) => other.language === language);
    return [...names].sort((one, other) => Number(isOf(other.language)) - Number(isOf(one.language)));
  };

  async function lookUp(names: readonly WantedName[], day: Day, options: NameLookUpOptions): Promise<LookedUpNames> {
    const results = new Map<string, LookUpResult>();
    const items = new Map<EntityKey, Item | null>();
    const labels = new Map<EntityKey, Label>();
    const asked = [...new Map(names.map((wanted) => [wanted.name, wanted])).values()];
    const sound = asked.filter(({ name }) => isTitle(name) && name.length <= LONGEST_NAME);
    for (const wanted of asked) if (!sound.includes(wanted)) results.set(wanted.name, { state: 'none' });
    const refresh = [...new Set(options.refresh)].filter((key) => /^q[1-9]\d{0,8}$/.test(key));
    const ground = groundFor(day, options, progressOf(options, asked.length, results));
    const alone = sound.length === 1;
    const { before = null } = options;
    const groups: Group[] = groupsOf(byWiki(sound)).map((own, at) => {
      const known = refresh.slice(at * REFRESHED_A_GROUP, (at + 1) * REFRESHED_A_GROUP);
      return { names: own, refresh: known, alone, before };
    });
    for (let at = groups.length * REFRESHED_A_GROUP; at < refresh.length; at += ITEMS_A_QUESTION)
      groups.push({ names: [], refresh: refresh.slice(at, at + ITEMS_A_QUESTION), alone: false, before: null });
    const ended = await untilItEnds(options, async () => {
      // Side by side: while Wikidata tells items of one group a wiki finds titles for the next. What one of them finds is kept where
      // another fails.
      const finds = { results, refreshed: items, labels };
      const ends = await Promise.allSettled(groups.map((group) => lookUpGroup(group, ground, finds)));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    });
    const refreshed = new Map<EntityKey, RefreshResult>();
    for (const [key, item] of items) {
      const rows = item && toRows(item, { ...ground, labels });
      if (item === null) refreshed.set(key, { state: 'gone' });
      else if (rows) refreshed.set(key, { state: 'found', item: rows });
    }
    return { results, refreshed, ended };
  }

  return {
    lookUp,
    refresh: (keys, options) => lookUp([], utcDay(now()), { ...options, refresh: keys }),

    async search(words, options) {
      let found: readonly SearchFind[] = [];
      const query = searchQuery(words);
      if (query.gsrsearch === '') return { found, ended: null };
      const ended = await untilItEnds(options, async () => {
        found = await wiki.ask({
          query,
          names: options.remember ? [query.gsrsearch ?? ''] : [],
          limitBytes: TITLES_BYTES,
          signal: options.signal,
          read: readSearch,
        });
      });
      return { found, ended };
    },
  };
}

function progressOf({ progress }: LookUpOptions, of: number, results: { readonly size: number }): () => void {
  let requests = 0;
  return () => progress?.({ done: results.size, of, requests: ++requests });
}

/** The end of the work, if it is not that all was done. What is no failure of a source is a mistake of ours, and thrown. */
async function untilItEnds({ signal }: LookUpOptions, work: () => Promise<void>): Promise<LookUpEnd> {
  try {
    await work();
    return null;
  } catch (error) {
    if (isSourceError(error)) return error;
    if (signal?.aborted) return 'cancelled';
    throw error;
  }
}
