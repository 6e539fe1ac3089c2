import type { Reading } from './reading';
import type { Span } from './spans';

/** "The governor of Washington", "a senator for New York", "across Puget Sound in Washington": only a state has these. */
export function asksRegion({ first }: Span, { words, language }: Reading): boolean {
  const { regionNouns, regionLinks, regionOnly } = language.cues;
  const before = words[first - 1];
  if (!before || words[first]?.joint !== 'space') return false;
  if (regionNouns.has(before.folded)) return true;
  return regionLinks.has(before.folded) && before.joint === 'space' && regionOnly.has(words[first - 2]?.folded ?? '');
}

/** "Western Washington", "upstate New York": a part of a state, and not of a town. */
export function asksPart({ first }: Span, { words, language }: Reading): boolean {
  const before = words[first - 1];
  return before?.capital === false && words[first]?.joint === 'space' && language.cues.parts.has(before.folded);
}
