/** Asks one wiki under which items it has articles by the names of a story. */
import type { EntityKey } from '../facts';
import {
  type Batch,
  readSearch,
  readTitles,
  searchQuery,
  type TitleAnswer,
  titlesQuery,
  withoutBrackets,
} from '../lookup';
import { foldText } from '../text';
import type { WikiClient } from './mediawiki/wiki-client';

/** Fifty titles with an id each are some 10 kB. */
export const TITLES_BYTES = 300_000;

/** Of one name: its own title first. */
export type Answers = readonly (TitleAnswer | undefined)[];

interface Options {
  readonly signal?: AbortSignal | undefined;
  readonly remember: boolean;
  /** Is the name asked for by itself? Then there is room to go through a list of those who bear it. */
  readonly alone: boolean;
}

/** Adds to `answers` what the wiki says of the titles; returns how many requests that took. */
export async function askTitles(
  { names, titles }: Batch,
  client: WikiClient,
  answers: Map<string, Answers>,
  options: Options,
): Promise<number> {
  const all = [...new Set([...titles.values()].flat())];
  const told = await client.ask({
    query: titlesQuery(all),
    names: options.remember ? all : [],
    limitBytes: TITLES_BYTES,
    signal: options.signal,
    read: (json) => readTitles(json, all),
  });
  for (const { name } of names) {
    const own = titles.get(name)!.map((title) => told.get(title));
    answers.set(name, [...(answers.get(name) ?? []), ...own]);
  }
  // The list of namesakes itself tells no items, but the search does.
  const [only] = options.alone ? names : [];
  const isList = only !== undefined && told.get(titles.get(only.name)![0]!)?.state === 'namesakes';
  if (!isList) return 1;
  answers.set(only.name, [...answers.get(only.name)!, ...(await bearersOf(only.name, client, options))]);
  return 2;
}

/** Articles under that name with something in brackets: "Ana Example (senator)". */
async function bearersOf(name: string, client: WikiClient, { signal, remember }: Options): Promise<TitleAnswer[]> {
  const found = await client.ask({
    query: searchQuery(name),
    names: remember ? [name] : [],
    limitBytes: TITLES_BYTES,
    signal,
    read: readSearch,
  });
  return found.flatMap(({ title, item }) =>
    item !== null && foldText(withoutBrackets(title)) === foldText(name)
      ? [{ state: 'item', key: item, title, way: 'direct' } satisfies TitleAnswer]
      : [],
  );
}

export const keysIn = (answers: readonly Answers[]): EntityKey[] => [
  ...new Set(answers.flat().flatMap((answer) => (answer?.state === 'item' ? [answer.key] : []))),
];
