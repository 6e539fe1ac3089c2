import type { Kind } from '../../facts';
import type { About, FixedClue } from '../around/clue';
import { listedWithFirms } from '../around/listed-with-firms';

/** Single-word names that come from a person: Ford, Moody's. */
const NAMED_AFTER: ReadonlySet<Kind> = new Set(['company', 'media']);

/**
 * "Nathan Lyon … Lyon ends his wait": in this story the word is part of someone's name. "In Lyon" is still the city.
 */
export const nameOfStranger: FixedClue = {
  name: 'nameOfStranger',
  speaks: 'against',
  only: { kinds: ['place', 'company', 'media'], words: 'one' },
  belief: -4,
  value(candidate) {
    const {
      option,
      span,
      single,
      kind,
      around,
      story: { namesakes },
    } = candidate;
    if (listedWithFirms(candidate)) return 0;
    if (!single || option.use === 'demonym' || around.afterPlacePreposition) return 0;
    if (kind === 'place') return namesakes.isInName(span) ? 1 : 0;
    return NAMED_AFTER.has(kind) && option.caseRule !== 'exact' && namesakes.endsStrangersName(span) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a place (or a company, a medium) of one word that stands in the story as part (the end) of a person’s name, not behind “in”, “from”, “near”',
  example: {
    story: ['Carl Houston drives the first train.', 'Later [Houston] came.'],
    day: '2014-08-16',
    opens: null,
    without: 'houston',
  },
};
