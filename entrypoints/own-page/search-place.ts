/**
 * With which words in its search field the popup opens, and over which tab: in its address
 * (`popup.html?find=WORDS&tab=ID`), or left in memory for the popup of the toolbar, which has no address of its own.
 * A page chose the words as much as the reader did: what comes in here is one short line.
 */
import * as v from 'valibot';
import { oneLine } from '../../lib/text';
import type { MemoryArea } from './card-place';

export interface SearchPlace {
  /** Null: what is selected in the tab, which is not read yet. */
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

/** Null: the popup is not there to search. */
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
