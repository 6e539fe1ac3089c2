import { languageOf } from '../../language';
import type { Pack } from '../../pack';
import { openShelf } from '../known/shelf';
import { type Reading, readBlock } from '../read/reading';
import type { Story } from '../types';
import { storyBlock } from './beside-story';
import { openSays } from './choose-says';
import { collect } from './collect';
import { inHeadlines } from './in-headlines';
import { joinInflected, joinShorter } from './join-forms';
import { kindOfName } from './kind-of-name';
import { linkedWords } from './linked-words';
import { meansTwo } from './means-two';
import { coverMentions } from './mention-cover';
import { tellTeams } from './plays-game';
import { proveNames } from './prove-names';
import type { Occurrence } from './sighting';
import { findSmallLetters } from './small-letters';
import type { NamePlace, UnknownName } from './types';

/** No story has more names; a list of them is not a story. */
const MOST_NAMES = 300;

/**
 * The names in a story that no pack knows, with what the story itself says about each: never a guess. `mentions` are the
 * places that already have a card.
 *
 *   read → runs of capitals → without titles → by form → what stands beside each → shorter forms to the longest → says
 */
export function findUnknownNames(packs: readonly Pack[], story: Story, mentions: readonly NamePlace[]): UnknownName[] {
  const shelf = openShelf(packs);
  const readings = story.blocks.map((given) => {
    const block = storyBlock(given);
    return readBlock(block, languageOf(block.language ?? story.language));
  });
  const language = languageOf(story.language);
  const coverOf = coverMentions(mentions);
  const { groups, singles } = collect(readings, coverOf, shelf);
  joinInflected(groups, language);
  const linked = linkedWords(readings, mentions);
  const small = findSmallLetters(
    readings,
    [...groups.values()].map(({ words }) => words),
  );
  // "Merz" is not unknown where "Friedrich Merz" has a card.
  const names = proveNames(groups, singles, readings, small, language).filter(
    ({ words }) => words.length > 1 || !linked.has(words[0] as string),
  );
  const merged = joinShorter(names, singles, groups, linked, small, language);
  for (const [group, sightings] of inHeadlines(merged, readings, coverOf))
    for (const one of sightings) group.sightings.push(one);
  const says = openSays(readings);
  tellTeams(merged);
  for (const { sightings } of merged) sightings.sort(inOrder);
  const bySize = merged.length > MOST_NAMES ? merged.sort((a, b) => b.sightings.length - a.sightings.length) : merged;
  return bySize
    .slice(0, MOST_NAMES)
    .sort((a, b) => inOrder(a.sightings[0] as Occurrence, b.sightings[0] as Occurrence))
    .map(
      (group): UnknownName => ({
        name: group.name,
        language: (readings[group.sightings[0]?.at ?? 0] as Reading).language.tag,
        places: group.sightings.map(({ at, start, end }) => ({
          block: (readings[at] as Reading).block.id,
          start,
          end,
        })),
        says: says(group.clues, group.sightings),
        roles: [
          ...new Set([
            ...group.clues.flatMap(({ roles }) => roles),
            ...(group.speaks ? [SPEAKS] : []),
            ...(meansTwo(group, readings) ? [TWOFOLD] : []),
          ]),
        ],
        kind: kindOfName(group, language),
      }),
    );
}

/** Role of anyone who says something in the story: they cannot be dead. */
const SPEAKS = 'said';
/** Role of a name that two things in the story share. */
const TWOFOLD = 'twofold';

const inOrder = (a: Occurrence, b: Occurrence): number => a.at - b.at || a.start - b.start;
