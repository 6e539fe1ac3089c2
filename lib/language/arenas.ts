import { wordList } from './word-list';

/**
 * Fields in which names mean something else: teams, bands and horses bear names of places, and films and governments
 * have words of their own.
 */
export type Arena = 'game' | 'stage' | 'turf' | 'screen' | 'power';

/** Words that show a text is about an arena, with how strongly each shows it. */
export type ArenaWords = ReadonlyMap<string, { readonly arena: Arena; readonly weight: number }>;

/** Hardly used for anything else; */
const PROPER = 2;
/** also used for other things: it takes a few together. */
const COMMON = 1;

export function arenaWords(lists: Readonly<Record<Arena, { proper: string; common: string }>>): ArenaWords {
  const words = new Map<string, { arena: Arena; weight: number }>();
  for (const [arena, { proper, common }] of Object.entries(lists) as Array<[Arena, (typeof lists)[Arena]]>) {
    for (const word of wordList(common)) words.set(word, { arena, weight: COMMON });
    for (const word of wordList(proper)) words.set(word, { arena, weight: PROPER });
  }
  return words;
}
