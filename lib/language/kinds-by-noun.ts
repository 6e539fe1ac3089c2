import type { Kind } from '../facts';

/** Lists of nouns by kind → the kind each noun describes. */
export function kindsByNoun(lists: Readonly<Partial<Record<Kind, string>>>): ReadonlyMap<string, Kind> {
  const found = new Map<string, Kind>();
  for (const [kind, nouns] of Object.entries(lists) as [Kind, string][])
    for (const noun of nouns.trim().split(/\s+/)) found.set(noun, kind);
  return found;
}
