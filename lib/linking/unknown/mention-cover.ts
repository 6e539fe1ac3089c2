import { firstWhere } from '../../lists';
import type { NamePlace } from './types';

type Place = Omit<NamePlace, 'block'>;

/** The places in one block that already have a card, in text order. */
export interface MentionCover {
  /** The first that overlaps `start`…`end`; null if none does. */
  touching(start: number, end: number): Place | null;
  readonly places: readonly Place[];
}

const NOTHING: MentionCover = { touching: () => null, places: [] };

/** By block number. */
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

/** Mentions do not overlap, so only the first one ending after a start can overlap. */
function coverOf(places: Place[]): MentionCover {
  places.sort((a, b) => a.start - b.start);
  return {
    places,
    touching(start, end) {
      const place = places[firstWhere(places.length, (index) => places[index]!.end > start)];
      return place !== undefined && place.start < end ? place : null;
    },
  };
}
