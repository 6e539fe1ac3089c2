/** Shared by what points back to something named: nouns (coreference.ts) and offices (pointed-offices.ts). */

import type { Language } from '../../language';
import { firstWhere } from '../../lists';
import type { Day } from '../../time';
import type { Chosen } from '../around/scene';
import { placeOfSpan, type Span } from '../find/spans';
import type { Option, Ref, Shelf } from '../known/shelf';
import type { Reading, Word } from '../read/reading';

/** What pointing back needs to know. `chosen` is in reading order. */
export interface Antecedents {
  readonly readings: readonly Reading[];
  readonly chosen: readonly Chosen[];
  readonly shelf: Shelf;
  readonly day: Day | null;
  /** Places of unknown capitalised names, any of which a noun may point to. */
  readonly strangers: readonly number[];
}

/** "I'm not the president". */
export const isDenied = (words: readonly Word[], article: number, { persons }: Language): boolean =>
  persons.negations.has(words[article - 1]?.folded ?? '');

/** Does the noun go on with the word behind it, so that it may be someone else's? */
export const goesOn = (next: Word | undefined, { cues }: Language): boolean =>
  next !== undefined &&
  next.joint !== 'break' &&
  (cues.postmodifiers.has(next.folded) || next.capital || next.joint === 'hyphen');

/** "The prime minister, Mohammed Jalali": the holder is named right behind the office. */
export function namesHolder(text: string, words: readonly Word[], last: number): boolean {
  const [noun, next] = [words[last], words[last + 1]];
  return noun !== undefined && next?.capital === true && /^,\s+$/.test(text.slice(noun.end, next.start));
}

/** Mentions looked back over: bounds the work in a block of 1 MB, which would otherwise be quadratic. */
const LOOK_BACK = 300;

export function lastWhere(
  chosen: readonly Chosen[],
  before: number,
  notBefore: number,
  fits: (one: Chosen) => boolean,
): Chosen | undefined {
  const last = indexBefore(chosen, before);
  for (let at = last; at >= Math.max(0, last + 1 - LOOK_BACK); at--) {
    const one = chosen[at] as Chosen;
    if (placeOfSpan(one.span) < notBefore) return undefined;
    if (fits(one)) return one;
  }
  return undefined;
}

/** Index of the last mention before a place, or -1. */
export const indexBefore = (chosen: readonly Chosen[], place: number): number =>
  firstWhere(chosen.length, (index) => placeOfSpan(chosen[index]!.span) >= place) - 1;

export function pointing(span: Span, ref: Ref, option: Option, confidence: number): Chosen {
  return { span, ref, confidence, option, weighed: null };
}
