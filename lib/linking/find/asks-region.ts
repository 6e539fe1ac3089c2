import type { Reading } from '../read/reading';
import type { Span } from './spans';

/**
 * "The governor of Washington", "a senator for New York", "across Puget Sound in Washington": only states have these.
 */
export function asksRegion({ first }: Span, { words, language }: Reading): boolean {
  const { regionNouns, regionLinks, regionOnly } = language.cues;
  const before = words[first - 1];
  if (!before || words[first]?.joint !== 'space') return false;
  if (regionNouns.has(before.folded)) return true;
  return regionLinks.has(before.folded) && before.joint === 'space' && regionOnly.has(words[first - 2]?.folded ?? '');
}

/**
 * "Western Washington", "the north of Washington", "the capital of Washington": part of a state; "forty miles north of
 * Washington" is not.
 */
export function asksPart({ first }: Span, { words, language }: Reading): boolean {
  const { cues, names } = language;
  const before = words[first - 1];
  if (!before || before.capital || words[first]?.joint !== 'space') return false;
  const isPart = (at: number): boolean => words[at]?.capital === false && cues.parts.has(words[at]?.folded ?? '');
  if (before.folded !== names.of) return isPart(first - 1);
  if (cues.regionSeats.has(words[first - 2]?.folded ?? '')) return true;
  return isPart(first - 2) && cues.articles.has(words[first - 3]?.folded ?? '');
}
