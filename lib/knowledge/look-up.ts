/**
 * Looks names up in the open world, in few requests (`look-up-group.ts`): titles → items → labels for what the facts
 * name. Names in a language with its own wiki are looked for there first, those missing in the general one. Whatever
 * came before a failure or the reader's "stop" is kept.
 */
import type { EntityKey } from '../facts';
import {
  groupsOf,
  ITEMS_A_QUESTION,
  type Item,
  isUsableTitle,
  type KnownHead,
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
import { type GroupGround, type GroupWiki, type LookUpGroup, lookUpGroup } from './look-up-group';
import { wikiSiteOf } from './mediawiki/site-of';
import { isSourceError, type SourceError } from './mediawiki/source-error';
import type { WikiClient } from './mediawiki/wiki-client';

export interface LookUpParts {
  /** Wikipedia, or the wiki the reader set. */
  readonly wiki: WikiClient;
  /** Wikis in other languages, asked first for names of stories in theirs. */
  readonly others?: readonly AskedWiki[];
  readonly wikidata: WikiClient;
  /**
   * What packs know under a key ("q30"), which then need not be requested. The same object may be asked thousands of
   * times.
   */
  readonly knows: (key: EntityKey) => KnownHead | null;
  readonly now: () => number;
}

export interface AskedWiki {
  readonly language: OtherLanguage;
  readonly client: WikiClient;
}

export interface LookUpOptions {
  readonly signal?: AbortSignal | undefined;
  /** False in private windows: then the log does not name what was asked. */
  readonly remember: boolean;
  /** Called after each answer, never after the end. */
  readonly progress?: ((told: LookUpProgress) => void) | undefined;
}

export interface LookUpProgress {
  /** Names with an answer. */
  readonly done: number;
  readonly of: number;
  /** Answers received. */
  readonly requests: number;
}

/** Why it ended early; null if everything was asked. */
export type LookUpEnd = SourceError | 'cancelled' | null;

/** Options for looking up names. */
export interface NameLookUpOptions extends LookUpOptions {
  /** Entities the packs know: about twenty fit into the requests for twenty names. */
  readonly refresh?: readonly EntityKey[] | undefined;
  /** For a single name: its earlier result when it was asked for among others, so that only the rest is asked. */
  readonly before?: NoneFound | null | undefined;
}

export interface LookedUpNames {
  /** By the name as given. A missing name was not asked to the end. */
  readonly results: ReadonlyMap<string, LookUpResult>;
  /** By the key as given ("q30"). A missing one was not asked to the end. */
  readonly refreshed: ReadonlyMap<EntityKey, RefreshResult>;
  readonly ended: LookUpEnd;
}

/** `gone`: the item was deleted. A merged item is returned as its successor, with the old key in `formerly`. */
export type RefreshResult = { readonly state: 'found'; readonly item: LookedUpItem } | { readonly state: 'gone' };

export interface FoundTitles {
  readonly found: readonly SearchFind[];
  readonly ended: LookUpEnd;
}

export interface LookUp {
  /** `day`: of the story; items are judged as of then. */
  lookUp(names: readonly WantedName[], day: Day, options: NameLookUpOptions): Promise<LookedUpNames>;
  /** Entities the packs know by id: no titles are sent. */
  refresh(keys: readonly EntityKey[], options: LookUpOptions): Promise<Omit<LookedUpNames, 'results'>>;
  /** What the reader typed or selected, sent to Wikipedia's search: at most six candidates. */
  search(words: string, options: LookUpOptions): Promise<FoundTitles>;
}

/** Longer names cannot be titles: a whole sentence, or characters that no wiki accepts. */
const LONGEST_NAME = 120;
/** Known entities per group of names; without names as many as one request takes. */
const REFRESHED_A_GROUP = 20;
/**
 * Languages of names and glosses, in order of preference. English is the tables' language; `mul` marks names that are
 * the same in all languages; the rest have language folders.
 */
const LANGUAGES = ['en', 'mul', ...OTHER_LANGUAGES];
const OF_TABLES = 'en';

export function createLookUp({ wiki, others = [], wikidata, knows, now }: LookUpParts): LookUp {
  const sites: readonly WikiSite[] = [
    { site: wikiSiteOf(wiki.api, OF_TABLES), prefix: '' },
    ...others.map(({ language, client }) => ({ site: wikiSiteOf(client.api, language), prefix: `${language}:` })),
  ];

  /** One look-up has a queue for each host. */
  function groundFor(day: Day, { signal, remember }: LookUpOptions, answered: () => void): GroupGround {
    const wikis: readonly GroupWiki[] = [
      ...others.map(({ language, client }) => ({ of: language, language, client: inSeries(client) })),
      { of: null, language: OF_TABLES, client: inSeries(wiki) },
    ];
    const asking = { wikidata: inSeries(wikidata), languages: LANGUAGES, sites, signal, remember, answered };
    return { ...asking, wikis, knows, today: utcDay(now()), day };
  }

  /** Names of one language together, so that each group asks few wikis. */
  const byWiki = (names: readonly WantedName[]): readonly WantedName[] => {
    const isOf = (language: string | null | undefined) => others.some((other) => other.language === language);
    return [...names].sort((one, other) => Number(isOf(other.language)) - Number(isOf(one.language)));
  };

  async function lookUp(names: readonly WantedName[], day: Day, options: NameLookUpOptions): Promise<LookedUpNames> {
    const results = new Map<string, LookUpResult>();
    const items = new Map<EntityKey, Item | null>();
    const labels = new Map<EntityKey, Label>();
    const asked = [...new Map(names.map((wanted) => [wanted.name, wanted])).values()];
    const sound = asked.filter(({ name }) => isUsableTitle(name) && name.length <= LONGEST_NAME);
    for (const wanted of asked) if (!sound.includes(wanted)) results.set(wanted.name, { state: 'none' });
    const refresh = [...new Set(options.refresh)].filter((key) => /^q[1-9]\d{0,8}$/.test(key));
    const ground = groundFor(day, options, progressOf(options, asked.length, results));
    const alone = sound.length === 1;
    const { before = null } = options;
    const groups: LookUpGroup[] = groupsOf(byWiki(sound)).map((own, at) => {
      const known = refresh.slice(at * REFRESHED_A_GROUP, (at + 1) * REFRESHED_A_GROUP);
      return { names: own, refresh: known, alone, before };
    });
    for (let at = groups.length * REFRESHED_A_GROUP; at < refresh.length; at += ITEMS_A_QUESTION)
      groups.push({ names: [], refresh: refresh.slice(at, at + ITEMS_A_QUESTION), alone: false, before: null });
    const ended = await untilItEnds(options, async () => {
      // In parallel: a wiki finds titles for the next group while Wikidata returns items for this one. If one fails,
      // the others' finds are kept.
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

/** Why the work ended early, if it did. Anything but a failure of a source is our mistake and is thrown. */
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
