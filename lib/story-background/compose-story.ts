/**
 * The background of a story as of its day: the lines that lead up to it, what came after, its entities in time, and
 * their ties. Each line is a fact from a pack or a look-up; nothing else is claimed.
 */
import { comparePartialDates } from '../time';
import { chooseLines } from './choose-lines';
import { gatherFacts } from './gather-facts';
import { storyPlace } from './story-place';
import { tiesOf } from './ties';
import { timelineOf } from './timeline';
import { asTurningPoint, relationTo, turnsOf } from './told-fact';
import type { KnownEntity, StoryBackground, StoryOccasion } from './types';
import { createScales } from './weigh-turn';

const LINES = 5;

/** `entities`: those of the story, most salient first; `happenings`: from `happeningsAround`. */
export function composeStory(
  entities: readonly KnownEntity[],
  happenings: readonly KnownEntity[],
  occasion: StoryOccasion,
): StoryBackground {
  const day = occasion.day ?? occasion.today;
  const weigh = createScales(entities, day);
  const facts = gatherFacts(entities, happenings, occasion);
  const turns = facts.flatMap(turnsOf);
  const of = (place: ReturnType<typeof relationTo>) => turns.filter((turn) => relationTo(turn, day) === place);
  return {
    day,
    isStoryDay: occasion.day !== null,
    lead: chooseLines(of('before'), weigh, LINES).map(asTurningPoint),
    since: chooseLines(of('after'), weigh, LINES)
      .map(asTurningPoint)
      .sort((one, other) => comparePartialDates(one.turn, other.turn)),
    timeline: timelineOf(facts, day, weigh),
    ties: tiesOf(entities, day, occasion),
    places: entities.flatMap(({ dossier }) => storyPlace(dossier) ?? []),
  };
}
