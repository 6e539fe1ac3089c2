import type { About, Candidate, SceneClue } from '../around/clue';
import { hasCommonName } from '../around/common-name';
import { arenasOf, hasQuietTrade } from '../known/fields';
import { LEAST_OF_ARENA } from '../read/arenas';

/** In a story of usual length, one word of a field is chance. */
const ENOUGH = 1.2;
/** Lesser-known people have namesakes in every town. */
const LITTLE_KNOWN = 30;
/** So have people of a common name, unless everybody knows them. */
const WIDELY_KNOWN = 70;
/** A story about games names councils, captains and queens, too: this share of its words of games is chance. */
const SHARE_IN_GAMES = 0.6;

/** "Brian Hook lost his roof": few people know the diplomat, and the story has no word of diplomacy. */
export const ofAnotherField: SceneClue = {
  name: 'ofAnotherField',
  speaks: 'against',
  ofRelatedOnly: true,
  only: { kinds: ['person'], words: 'many', uses: ['name', 'company'], via: ['form'] },
  belief: -5,
  may: (candidate) =>
    candidate.kind === 'person' && !candidate.single && isLittleKnown(candidate) && isElsewhere(candidate),
  value: (candidate, scene) =>
    ofAnotherField.may?.(candidate) === true && scene.relatedTo(candidate.option.ref) === 0 ? 1 : 0,
};

function isLittleKnown(candidate: Candidate): boolean {
  const { prominence } = candidate.story.shelf.entity(candidate.option.ref);
  return prominence < LITTLE_KNOWN || (prominence < WIDELY_KNOWN && hasCommonName(candidate));
}

/** A language without word lists for fields says nothing. */
function isElsewhere({ option, span, around, holdsOffice, story: { shelf, arenas, readings } }: Candidate): boolean {
  if (holdsOffice || readings[span.at]?.language.arenas.size === 0) return false;
  const head = shelf.entity(option.ref);
  const fields = arenasOf(head);
  if (fields.length > 0 && fields.every((field) => arenas(field) < ENOUGH)) return true;
  const game = arenas('game');
  if (game < LEAST_OF_ARENA || around.title !== '' || fields.includes('game')) return false;
  return fields.length > 0 ? fields.every((field) => arenas(field) < game * SHARE_IN_GAMES) : hasQuietTrade(head);
}

export const about: About = {
  when: 'the full name of a politician, player or artist of whom few know, or whose name many have, where nothing in the story is tied to that one and it has not one word of the field, or, without a title, is of games',
  example: {
    story: ['The storm took the roof of the bakery. “I heard it go,” said [Brian Hook].'],
    day: '2021-01-18',
    opens: null,
    without: 'brian-hook',
  },
};
