import type { Reading, Word } from '../read/reading';
import type { NameGroup } from './group';
import type { MentionCover } from './mention-cover';
import type { Occurrence } from './sighting';

/** In a title-case headline, a name is what the rest of the story uses as one. */
export function inHeadlines(
  names: readonly NameGroup[],
  readings: readonly Reading[],
  coverOf: (block: number) => MentionCover,
): Map<NameGroup, Occurrence[]> {
  const found = new Map<NameGroup, Occurrence[]>();
  const byFirst = new Map<string, NameGroup[]>();
  for (const group of names) {
    if (group.words.length < 2) continue;
    const first = group.words[0] as string;
    const there = byFirst.get(first);
    if (there) there.push(group);
    else byFirst.set(first, [group]);
  }
  for (const [at, reading] of readings.entries()) {
    if (!reading.titled) continue;
    const cover = coverOf(reading.block.id);
    for (let first = 0; first < reading.words.length; first++) {
      const group = byFirst
        .get((reading.words[first] as Word).folded)
        ?.find(({ words }) => standsAt(first, words, reading));
      if (!group) continue;
      const last = first + group.words.length - 1;
      const [{ start }, { end }] = [reading.words[first] as Word, reading.words[last] as Word];
      if (cover.touching(start, end) !== null) continue;
      const sighting = { at, first, last, start, end, key: group.key, words: group.words, initial: false, from: first };
      const there = found.get(group);
      if (there) there.push(sighting);
      else found.set(group, [sighting]);
      first = last;
    }
  }
  return found;
}

function standsAt(first: number, words: readonly string[], reading: Reading): boolean {
  for (let at = 0; at < words.length; at++) {
    const word = reading.words[first + at];
    if (word?.folded !== words[at] || (at > 0 && word?.joint === 'break')) return false;
  }
  return true;
}
