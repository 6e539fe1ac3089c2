import type { Kind } from '../../facts';
import { offices, titleTerms } from '../../language';
import type { About, FixedClue } from '../around/clue';
import { NO_PERSON } from '../around/scope';

/** "Former France coach", "then Labour leader": places and bodies may follow a title too, but not "Mrs." */
const TITLED: ReadonlySet<Kind> = new Set(['place', 'group', 'team']);

/** "Mrs. Jordan" is not the country, "Chairman Gala" not the company. */
export const titleBeforeOther: FixedClue = {
  name: 'titleBeforeOther',
  speaks: 'against',
  only: { kinds: NO_PERSON, words: 'one', beside: ['title'] },
  belief: -4,
  value({ around: { title }, option, single, kind }) {
    if (title === '' || !single || option.use === 'short' || kind === 'person') return 0;
    const words = title.split(' ');
    // "Then Pfizer cut its price", "the former Twitter": qualifiers that fit things as well as people.
    if (words.every((word) => offices.qualifiers.has(word))) return 0;
    return !TITLED.has(kind) || titleTerms.styles.has(words.at(-1) ?? '') ? 1 : 0;
  },
};

export const about: About = {
  when: 'no person, by a name of one word right after a title that only persons have',
  example: { story: ['A van was seen by Mrs [Jordan] at six.'], day: '2022-04-04', opens: null, without: 'jordan' },
};
