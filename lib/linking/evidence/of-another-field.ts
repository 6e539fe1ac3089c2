import type { About, Candidate, SceneClue } from '../around/clue';
import { arenasOf } from '../known/fields';

/** In a story of usual length, one word of a field is chance. */
const ENOUGH = 1.2;
/** Lesser-known people have namesakes in every town. */
const LITTLE_KNOWN = 30;

/** "Brian Hook lost his roof": few people know the diplomat, and the story has no word of diplomacy. */
export const ofAnotherField: SceneClue = {
  name: 'ofAnotherField',
  speaks: 'against',
  ofRelatedOnly: true,
  only: { kinds: ['person'], words: 'many', uses: ['name'], via: ['form'] },
  belief: -5,
  may: (candidate) =>
    candidate.kind === 'person' && !candidate.single && isLittleKnown(candidate) && isElsewhere(candidate),
  value: (candidate, scene) =>
    ofAnotherField.may?.(candidate) === true && scene.relatedTo(candidate.option.ref) === 0 ? 1 : 0,
};

const isLittleKnown = ({ option, story: { shelf } }: Candidate): boolean =>
  shelf.entity(option.ref).prominence < LITTLE_KNOWN;

/** A language without word lists for fields says nothing. */
function isElsewhere({ option, span, holdsOffice, story: { shelf, arenas, readings } }: Candidate): boolean {
  if (holdsOffice || readings[span.at]?.language.arenas.size === 0) return false;
  const fields = arenasOf(shelf.entity(option.ref));
  return fields.length > 0 && fields.every((field) => arenas(field) < ENOUGH);
}

export const about: About = {
  when: 'the full name of a politician, player or artist of whom few know, where nothing in the story is tied to that one and it has not one word of the field',
  example: {
    story: ['The storm took the roof of the bakery. “I heard it go,” said [Brian Hook].'],
    day: '2021-01-18',
    opens: null,
    without: 'brian-hook',
  },
};
