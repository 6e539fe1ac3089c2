/**
 * The words in the search field when the popup opens, and the tab: in its address (`popup.html?find=WORDS&tab=ID`), or
 * handed over in memory for the toolbar popup, which has no address of its own. The page chose the words as much as the
 * reader: only one short line is accepted.
 */
import * as v from 'valibot';
import { oneLine } from '../../lib/text';
import type { MemoryArea } from './card-place';

export interface SearchPlace {
  /** Null: the selection in the tab, which has not been read yet. */
  readonly find: string | null;
  readonly tab: number;
}

/** What Wikipedia's search takes. */
export const LONGEST_WORDS = 200;
const KEY = 'search-place';

const words = v.pipe(
  v.string(),
  v.transform((text) => oneLine(text, LONGEST_WORDS)),
);
const left = v.strictObject({ find: v.nullable(words), tab: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) });

/** Null: the popup was not opened for a search. */
export function wordsSought(search: string): string | null {
  const found = v.safeParse(words, new URLSearchParams(search).get('find'));
  return found.success ? found.output : null;
}

export const searchAddress = (find: string, tab: number): string =>
  `/popup.html?${new URLSearchParams({ find: oneLine(find, LONGEST_WORDS), tab: String(tab) })}`;

export const leaveSearchPlace = (area: MemoryArea, place: SearchPlace): Promise<void> => area.set({ [KEY]: place });

/** Once, and only over the tab that it was left for. */
export async function takeSearchPlace(area: MemoryArea, overTab: number): Promise<SearchPlace | null> {
  const found = v.safeParse(left, (await area.get(KEY))[KEY]);
  await area.remove(KEY);
  return found.success && found.output.tab === overTab ? found.output : null;
}
