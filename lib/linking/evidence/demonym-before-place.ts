import { belongsTo } from '../around/belongs-to';
import type { About, Candidate, FixedClue } from '../around/clue';
import type { Span } from '../find/spans';
import type { Option } from '../known/shelf';

/** "American Samoa" is neither Samoa nor the US; "Ukrainian Donetsk" is Donetsk. */
export const demonymBeforePlace: FixedClue = {
  name: 'demonymBeforePlace',
  speaks: 'against',
  only: { kinds: ['place'], words: 'one', beside: ['capital'] },
  belief: -6,
  value(candidate) {
    const { span, option, kind, single, story } = candidate;
    const reading = story.readings[span.at];
    if (kind !== 'place' || !single || !reading || reading.titled) return 0;
    const isAdjective = option.use === 'demonym';
    const at = isAdjective ? span.last + 1 : span.first;
    if (reading.words[at]?.joint !== 'space') return 0;
    const other = isAdjective ? story.spans.startingAt(span.at, at) : story.spans.endingAt(span.at, at - 1);
    if (!other || other.first !== other.last) return 0;
    const [adjective, place] = isAdjective ? [span, other] : [other, span];
    return isOneName(adjective, isAdjective ? placesOf(place, candidate) : [option], candidate) ? 1 : 0;
  },
};

/** Are all countries of the adjective unrelated to all of the places? */
function isOneName({ options }: Span, places: readonly Option[], { story: { shelf } }: Candidate): boolean {
  const countries = options.filter(({ use }) => use === 'demonym');
  return (
    countries.length > 0 &&
    places.length > 0 &&
    countries.every((country) => places.every((place) => !belongsTo(place.ref, country.ref, shelf)))
  );
}

/** Only for words that on their own can name nothing but places. */
function placesOf({ options }: Span, { story: { shelf } }: Candidate): readonly Option[] {
  const named = options.filter(({ use }) => use === 'name');
  return named.every(({ ref }) => shelf.entity(ref).kind === 'place') ? named : [];
}

export const about: About = {
  when: 'a place of one word right behind the adjective of a country to which nothing known ties it',
  example: {
    story: ['The army held Spanish [Morocco] for years.'],
    day: '2010-10-01',
    opens: null,
    without: 'morocco',
  },
};
