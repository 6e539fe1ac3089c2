import { wordList } from './word-list';

/** Where names mean others: teams, bands, horses bear those of places; and what makes films, and what governs. */
export type Arena = 'game' | 'stage' | 'turf' | 'screen' | 'power';

/** Words by which a text shows that it tells of an arena, and how much each shows. */
export type ArenaWords = ReadonlyMap<string, { readonly arena: Arena; readonly weight: number }>;

/** Hardly said of anything else; */
const PROPER = 2;
/** said of other things, too: a few of them together show it. */
const COMMON = 1;

export function arenaWords(lists: Readonly<Record<Arena, { proper: string; common: string }>>): ArenaWords {
  const words = new Map<string, { arena: Arena; weight: number }>();
  for (const [arena, { proper, common }] of Object.entries(lists) as Array<[Arena, (typeof lists)[Arena]]>) {
    for (const word of wordList(common)) words.set(word, { arena, weight: COMMON });
    for (const word of wordList(proper)) words.set(word, { arena, weight: PROPER });
  }
  return words;
}
