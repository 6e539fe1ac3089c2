import type { NamePlace } from './types';

type Place = Omit<NamePlace, 'block'>;

/** The places of one block that have a card already, in the order of the text. */
export interface MentionCover {
  /** The first that shares a character with `start`…`end`; null where none does. */
  touching(start: number, end: number): Place | null;
  readonly places: readonly Place[];
}

const NOTHING: MentionCover = { touching: () => null, places: [] };

/** By the number of the block. */
export function coverMentions(mentions: readonly NamePlace[]): (block: number) => MentionCover {
  const byBlock = new Map<number, Place[]>();
  for (const { block, start, end } of mentions) {
    const there = byBlock.get(block);
    if (there) there.push({ start, end });
    else byBlock.set(block, [{ start, end }]);
  }
  const covers = new Map<number, MentionCover>();
  for (const [block, places] of byBlock) covers.set(block, coverOf(places));
  return (block) => covers.get(block) ?? NOTHING;
}

/** Mentions of one block do not overlap: who starts last before an end is the only one that may reach it. */
function coverOf(places: Place[]): MentionCover {
  places.sort((a, b) => a.start - b.start);
  return {
    places,
    touching(start, end) {
      let low = 0;
      for (let high = places.length; low < high; ) {
        const middle = (low + high) >> 1;
        if ((places[middle] as Place).end <= start) low = middle + 1;
        else high = middle;
      }
      const place = places[low];
      return place !== undefined && place.start < end ? place : null;
    },
  };
}
