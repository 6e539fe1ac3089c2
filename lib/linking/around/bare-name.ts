import type { Arena } from '../../language';
import type { Span } from '../find/spans';
import { inCredit } from '../read/in-credit';
import type { Reading, Word } from '../read/reading';
import { inDateline } from './in-dateline';

/** How far a list before the name is followed back, in words. */
const LONGEST_LIST = 12;
const DATELINE_START = 40;
const APOSTROPHES = "'’ʼ";
/** "Fans of Egypt", but "the government of Egypt". */
const PLAYS: ReadonlySet<Arena | undefined> = new Set<Arena>(['game', 'stage', 'turf']);

/**
 * Does nothing beside the name show that it means a place? Such signs are: a preposition of place before it or before
 * its list ("in Perth", "to Paris, Budapest and Sarajevo"), "of" (but not "fans of Egypt"), an article it does not
 * need, a verb of going, a possessive ("Spain's federation"), a dateline.
 */
export function isBare(span: Span, reading: Reading): boolean {
  const { words, language, block } = reading;
  const { cues, names } = language;
  if (isGenitive(span, reading)) return false;
  if (span.start < DATELINE_START && opensDateline(span, reading)) return false;
  for (let at = beforeArticle(span, reading); at >= Math.max(0, span.first - LONGEST_LIST); at--) {
    const { folded, capital, sentence } = words[at] as Word;
    if (sentence !== span.sentence) return true;
    if (folded === names.of) return PLAYS.has(language.arenas.get(words[at - 1]?.folded ?? '')?.arena);
    if (cues.placePrepositions.has(folded) || cues.placeVerbs.has(folded)) return false;
    if (cues.articles.has(folded) || cues.indefinites.has(folded)) return false;
    // Anything else ends the list.
    if (!cues.and.has(folded) && !(capital && /^,\s+$/.test(gapBehind(words, at, block.text)))) return true;
  }
  return true;
}

/** The word before the name; before its article if the name is a plural: "beat the [Netherlands]". */
export function beforeArticle({ first, folded }: Span, { words, language }: Reading): number {
  const before = words[first - 1];
  const skips =
    before && language.cues.articles.has(before.folded) && folded.endsWith('s') && words[first]?.joint === 'space';
  return skips ? first - 2 : first - 1;
}

/** "Australia's government". */
export const isGenitive = ({ end }: Span, { block: { text } }: Reading): boolean =>
  end < text.length && APOSTROPHES.includes(text.charAt(end));

const gapBehind = (words: readonly Word[], at: number, text: string): string =>
  text.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? 0);

/** "CARDIFF —", or a dateline that ends in an agency's credit. */
const opensDateline = (span: Span, reading: Reading): boolean =>
  !reading.shouted &&
  (inCredit(reading.block.text, span.start, span.end, reading.language) || inDateline(span, reading));
