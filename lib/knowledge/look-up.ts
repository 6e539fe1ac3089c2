/**
 * Looks names up in the open world, in few requests: titles (50 a request) → items (25) → labels of what the facts name.
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
  readTitles,
  type SearchFind,
  searchQuery,
  TITLES_A_QUESTION,
  type TitleAnswer,
  titlesQuery,
  toRows,
  type WantedName,
} from '../lookup';
import { foldText } from '../text';
import { type Day, utcDay } from '../time';
import { type Asking, fetchItems, fetchLabels } from './fetch-items';
import { isSourceError, type SourceError } from './mediawiki/source-error';
import type { WikiClient } from './mediawiki/wiki-client';

export interface LookUpParts {
  /** Wikipedia, or the wiki that the reader set. */
  readonly wiki: WikiClient;
  readonly wikidata: WikiClient;
  /** Of a key ("q30"): what the packs know, so that nothing has to be asked. The same object may be asked thousands of times. */
  readonly knows: (key: EntityKey) => KnownEntity | null;
  readonly now: () => number;
  /** Of names and glosses, the first that there is; English if nothing else is said. */
  readonly languages?: readonly string[];
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
/** Fifty titles with an id each are some 10 kB. */
const TITLES_BYTES = 300_000;
const MOST_REQUESTS = 4;
const MOST_LABEL_REQUESTS = 2;
/** English is what the tables are written in; `mul` are names that are the same in all languages. */
const LANGUAGES = ['en', 'mul'];

export function createLookUp({ wiki, wikidata, knows, now, languages = LANGUAGES }: LookUpParts): LookUp {
  const asking = ({ signal, remember }: LookUpOptions, answered: () => void): Asking => ({
    wikidata,
    languages,
    signal,
    remember,
    answered,
  });
  const ground = () => ({ knows, today: utcDay(now()) });

  async function lookUpBatch(
    { names, titles }: Batch,
    day: Day,
    results: Map<string, LookUpResult>,
    options: LookUpOptions,
    answered: () => void,
  ): Promise<void> {
    const all = [...new Set([...titles.values()].flat())];
    const answers = await wiki.ask({
      query: titlesQuery(all),
      names: options.remember ? all : [],
      limitBytes: TITLES_BYTES,
      signal: options.signal,
      read: (json) => readTitles(json, all),
    });
    // The list of namesakes itself tells no items; of a name that is asked for alone the search has room to.
    const [only] = names;
    const isList =
      names.length === 1 && only !== undefined && answers.get(titles.get(only.name)![0]!)?.state === 'namesakes';
    const bearers = isList ? await bearersOf(only.name, options) : [];
    const answersTo = ({ name }: WantedName) => [...titles.get(name)!.map((title) => answers.get(title)), ...bearers];
    const keys = keysIn(names.map(answersTo));
    const open = names.filter((wanted) => {
      if (keysIn([answersTo(wanted)]).length > 0) return true;
      if (answers.has(titles.get(wanted.name)![0]!)) results.set(wanted.name, { state: 'none' });
      return false;
    });
    answered();
    const items = new Map<EntityKey, Item | null>();
    const labels = new Map<EntityKey, Label>();
    let requests = isList ? 2 : 1;
    const ask = asking(options, () => {
      requests++;
      answered();
    });
    let failure: unknown = null;
    try {
      await fetchItems(keys, items, ask);
      const found = [...items.values()].filter((item) => item !== null);
      const most = Math.max(1, Math.min(MOST_LABEL_REQUESTS, MOST_REQUESTS - requests));
      await fetchLabels(found, ground(), most, labels, ask);
    } catch (error) {
      failure = error;
    }
    for (const wanted of open) {
      const own = answersTo(wanted);
      const isAnswered = keysIn([own]).every((key) => items.has(key));
      const result = chooseItem(wanted, { answers: own, items }, day, { ...ground(), labels });
      // What is left out for want of a label is no answer.
      if (isAnswered && (failure === null || result.state !== 'none')) results.set(wanted.name, result);
    }
    if (failure !== null) throw failure;
  }

  /** Articles under that name with something in brackets: "Ana Example (senator)". */
  async function bearersOf(name: string, options: LookUpOptions): Promise<TitleAnswer[]> {
    const found = await wiki.ask({
      query: searchQuery(name),
      names: options.remember ? [name] : [],
      limitBytes: TITLES_BYTES,
      signal: options.signal,
      read: readSearch,
    });
    return found.flatMap(({ title, item }) =>
      item !== null && foldText(title.replace(/ \([^)]*\)$/, '')) === foldText(name)
        ? [{ state: 'item', key: item, title, way: 'direct' } satisfies TitleAnswer]
        : [],
    );
  }

  return {
    async lookUp(names, day, options) {
      const results = new Map<string, LookUpResult>();
      const asked = [...new Map(names.map((wanted) => [wanted.name, wanted])).values()];
      const sound = asked.filter(({ name }) => isTitle(name) && name.length <= LONGEST_NAME);
      for (const wanted of asked) if (!sound.includes(wanted)) results.set(wanted.name, { state: 'none' });
      const progress = progressOf(options, asked.length, results);
      const ended = await untilItEnds(options, async () => {
        const batches = batchesOf(sound, TITLES_A_QUESTION);
        // Side by side: the client asks a few at a time. What one of them finds is kept where another fails.
        const ends = await Promise.allSettled(
          batches.map((batch) => lookUpBatch(batch, day, results, options, progress)),
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

const keysIn = (answers: readonly (readonly (TitleAnswer | undefined)[])[]): EntityKey[] => [
  ...new Set(answers.flat().flatMap((answer) => (answer?.state === 'item' ? [answer.key] : []))),
];

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
