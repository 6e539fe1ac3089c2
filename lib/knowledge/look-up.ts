/**
 * Looks names up in the open world, in few requests: titles (50 a request) → items (25) → labels of what the facts name. Names of
 * a language with a wiki of its own are sought there first, and those that it lacks in the one that is asked for all.
 * What came before a failure or the reader's "stop" is kept.
 */
import type { EntityKey } from '../facts';
import {
  type Batch,
  batchesOf,
  chooseItem,
  type Item,
  isTitle,
  type KnownEntity,
  type Label,
  type LookedUpItem,
  type LookUpResult,
  readSearch,
  type SearchFind,
  searchQuery,
  TITLES_A_QUESTION,
  toRows,
  type WantedName,
  type WikiSite,
} from '../lookup';
import { OTHER_LANGUAGES, type OtherLanguage } from '../pack';
import { type Day, utcDay } from '../time';
import { type Answers, askTitles, keysIn, TITLES_BYTES } from './ask-titles';
import { type Asking, fetchItems, fetchLabels } from './fetch-items';
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

export interface LookedUpNames {
  /** By the name as it was asked. A name that is absent was not asked to the end. */
  readonly results: ReadonlyMap<string, LookUpResult>;
  readonly ended: LookUpEnd;
}

/** `gone`: the item was deleted. One that was merged comes as the item that it is now, with the key of before in `formerly`. */
export type RefreshResult = { readonly state: 'found'; readonly item: LookedUpItem } | { readonly state: 'gone' };

export interface RefreshedItems {
  /** By the key as it was asked ("q30"). */
  readonly results: ReadonlyMap<EntityKey, RefreshResult>;
  readonly ended: LookUpEnd;
}

export interface FoundTitles {
  readonly found: readonly SearchFind[];
  readonly ended: LookUpEnd;
}

export interface LookUp {
  /** `day`: of the story; what is known of an item is held against it. */
  lookUp(names: readonly WantedName[], day: Day, options: LookUpOptions): Promise<LookedUpNames>;
  /** Entities that packs know by their id: no titles are sent. */
  refresh(keys: readonly EntityKey[], options: LookUpOptions): Promise<RefreshedItems>;
  /** What the reader typed or selected, asked of Wikipedia's search: six candidates at most. */
  search(words: string, options: LookUpOptions): Promise<FoundTitles>;
}

/** Names that no title is: of a whole sentence, or with signs that no wiki takes. */
const LONGEST_NAME = 120;
const MOST_REQUESTS = 4;
const MOST_LABEL_REQUESTS = 2;
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
  const asking = ({ signal, remember }: LookUpOptions, answered: () => void): Asking => ({
    wikidata,
    languages: LANGUAGES,
    sites,
    signal,
    remember,
    answered,
  });
  const ground = () => ({ knows, today: utcDay(now()) });

  /** The wikis that are asked for names of a language, in their turn. */
  const wikisFor = (language: string | null): readonly { readonly language: string; readonly client: WikiClient }[] => [
    ...others.filter((other) => other.language === language),
    { language: OF_TABLES, client: wiki },
  ];

  async function lookUpBatch(
    batch: Batch,
    language: string | null,
    day: Day,
    results: Map<string, LookUpResult>,
    options: LookUpOptions & { readonly alone: boolean },
    answered: () => void,
  ): Promise<void> {
    const { names } = batch;
    const answers = new Map<string, Answers>();
    const answersTo = ({ name }: WantedName): Answers => answers.get(name) ?? [];
    const isOpen = (wanted: WantedName): boolean => keysIn([answersTo(wanted)]).length === 0;
    const hasMore = (wanted: WantedName): boolean =>
      !options.alone && answersTo(wanted).some((answer) => answer?.state === 'namesakes');
    const nobody = (wanted: WantedName): LookUpResult => ({
      state: 'none',
      ...(hasMore(wanted) && { namesakes: true }),
    });
    let requests = 0;
    let failure: unknown = null;
    for (const [turn, { language: ofWiki, client }] of wikisFor(language).entries()) {
      const batches = turn === 0 ? [batch] : batchesOf(names.filter(isOpen), TITLES_A_QUESTION, ofWiki);
      try {
        for (const one of batches) {
          if (requests > 0) answered();
          requests += await askTitles(one, client, answers, options);
        }
      } catch (error) {
        // What the first wiki found is kept where the second does not answer.
        if (turn === 0) throw error;
        failure = error;
      }
    }
    const keys = keysIn(names.map(answersTo));
    const open = names.filter((wanted) => {
      if (!isOpen(wanted)) return true;
      if (failure === null && answersTo(wanted)[0] !== undefined) results.set(wanted.name, nobody(wanted));
      return false;
    });
    answered();
    const items = new Map<EntityKey, Item | null>();
    const labels = new Map<EntityKey, Label>();
    const ask = asking(options, () => {
      requests++;
      answered();
    });
    try {
      await fetchItems(keys, items, ask);
      const found = [...items.values()].filter((item) => item !== null);
      const most = Math.max(1, Math.min(MOST_LABEL_REQUESTS, MOST_REQUESTS - requests));
      await fetchLabels(found, ground(), most, labels, ask);
    } catch (error) {
      failure ??= error;
    }
    for (const wanted of open) {
      const own = answersTo(wanted);
      const isAnswered = keysIn([own]).every((key) => items.has(key));
      const result = chooseItem(wanted, { answers: own, items }, day, { ...ground(), labels });
      // What is left out for want of a label is no answer.
      if (isAnswered && (failure === null || result.state !== 'none'))
        results.set(wanted.name, result.state === 'none' ? nobody(wanted) : result);
    }
    if (failure !== null) throw failure;
  }

  return {
    async lookUp(names, day, options) {
      const results = new Map<string, LookUpResult>();
      const asked = [...new Map(names.map((wanted) => [wanted.name, wanted])).values()];
      const sound = asked.filter(({ name }) => isTitle(name) && name.length <= LONGEST_NAME);
      for (const wanted of asked) if (!sound.includes(wanted)) results.set(wanted.name, { state: 'none' });
      const progress = progressOf(options, asked.length, results);
      const ended = await untilItEnds(options, async () => {
        const languageOf = (wanted: WantedName) =>
          others.find(({ language }) => language === wanted.language)?.language ?? null;
        const batches = [null, ...others.map(({ language }) => language)].flatMap((language) => {
          const own = sound.filter((wanted) => languageOf(wanted) === language);
          return batchesOf(own, TITLES_A_QUESTION, language ?? OF_TABLES).map((batch) => ({ batch, language }));
        });
        const asWanted = { ...options, alone: sound.length === 1 };
        // Side by side: the client asks a few at a time. What one of them finds is kept where another fails.
        const ends = await Promise.allSettled(
          batches.map(({ batch, language }) => lookUpBatch(batch, language, day, results, asWanted, progress)),
        );
        for (const end of ends) if (end.status === 'rejected') throw end.reason;
      });
      return { results, ended };
    },

    async refresh(keys, options) {
      const results = new Map<EntityKey, RefreshResult>();
      const asked = [...new Set(keys)].filter((key) => /^q[1-9]\d{0,8}$/.test(key));
      const items = new Map<EntityKey, Item | null>();
      const labels = new Map<EntityKey, Label>();
      const ask = asking(options, progressOf(options, asked.length, items));
      const ended = await untilItEnds(options, async () => {
        await fetchItems(asked, items, ask);
        const found = [...items.values()].filter((item) => item !== null);
        await fetchLabels(found, ground(), MOST_LABEL_REQUESTS * Math.ceil(asked.length / 20), labels, ask);
      });
      for (const [key, item] of items) {
        const rows = item && toRows(item, { ...ground(), labels });
        if (item === null) results.set(key, { state: 'gone' });
        else if (rows) results.set(key, { state: 'found', item: rows });
      }
      return { results, ended };
    },

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
