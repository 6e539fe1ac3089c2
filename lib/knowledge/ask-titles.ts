/** Asks one wiki which items have articles under the names of a story, and who bears a name. */
import type { EntityKey } from '../facts';
import {
  readSearch,
  readTitles,
  searchQuery,
  type TitleAnswer,
  titlesOf,
  titlesQuery,
  type WantedName,
  withoutBrackets,
} from '../lookup';
import { foldText } from '../text';
import type { Asker } from './in-series';

/** Fifty titles with their ids are about 10 kB. */
export const TITLES_BYTES = 300_000;

interface Options {
  readonly signal?: AbortSignal | undefined;
  readonly remember: boolean;
}

/** By name: the wiki's answers for its titles, the name's own first. An undefined one was not answered. */
export async function askTitles(
  names: readonly WantedName[],
  { language, client }: { readonly language: string; readonly client: Asker },
  { signal, remember }: Options,
): Promise<ReadonlyMap<string, readonly (TitleAnswer | undefined)[]>> {
  const titles = titlesOf(names, language);
  const all = [...new Set([...titles.values()].flat())];
  const told = await client.ask({
    query: titlesQuery(all),
    names: remember ? all : [],
    limitBytes: TITLES_BYTES,
    signal,
    read: (json) => readTitles(json, all),
  });
  return new Map([...titles].map(([name, own]) => [name, own.map((title) => told.get(title))]));
}

/**
 * Articles under that name with something in brackets: "Ana Example (senator)". A disambiguation page itself gives no
 * items, but the search does.
 */
export async function askBearers(name: string, client: Asker, { signal, remember }: Options): Promise<TitleAnswer[]> {
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

export const keysIn = (answers: readonly (TitleAnswer | undefined)[]): EntityKey[] => [
  ...new Set(answers.flatMap((answer) => (answer?.state === 'item' ? [answer.key] : []))),
];
