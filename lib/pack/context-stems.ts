import { stems } from '../text';
import type { Side } from './fact-sides';
import type { PackSource } from './source';

/** Enough for a background text; more would only add common words. */
const MOST_STEMS = 96;

/**
 * The content-word stems of all that the pack says of each entity: what a story about it is likely to share with it.
 * Its own name is left out, as every story that names it has that. Where there are too many the rarer ones stay.
 */
export function contextStems(
  source: PackSource,
  sidesOf: ReadonlyMap<string, readonly Side[]>,
): Map<string, Uint32Array> {
  const texts = new Map<string, string[]>();
  const names = new Map<string, string>();
  for (const entity of source.entities) {
    texts.set(entity.key, [entity.gloss, entity.qualifier]);
    names.set(entity.key, entity.name);
  }
  for (const background of source.backgrounds) texts.get(background.entity)!.push(background.text);
  for (const [key, sides] of sidesOf) {
    const said = texts.get(key)!;
    for (const { words, other } of sides) {
      if (words !== null) said.push(words);
      if (other !== null) said.push(names.get(other)!);
    }
  }

  const known = new Map<string, number>();
  const found = new Map<string, Uint32Array>();
  const spread = new Uint32Array(2 ** 24);
  for (const [key, parts] of texts) {
    const own = stems(names.get(key)!, known);
    const kept = stems(parts.join('\n'), known).filter((stem) => !own.includes(stem));
    found.set(key, kept);
    for (const stem of kept) spread[stem]!++;
  }
  for (const [key, kept] of found) {
    if (kept.length <= MOST_STEMS) continue;
    const rarest = [...kept].sort((one, other) => spread[one]! - spread[other]! || one - other);
    found.set(key, Uint32Array.from(rarest.slice(0, MOST_STEMS)).sort());
  }
  return found;
}
