import type { About, Candidate, FixedClue } from '../around/clue';
import { asksPart, asksRegion } from '../find/asks-region';
import { homesOf } from '../known/homes';
import { isCountry } from '../known/is-country';
import { isRegion } from '../known/is-region';
import { placeClass } from '../known/place-class';

/** "The governor of Washington", "western Washington": the state rather than the town of that name. */
export const regionAsked: FixedClue = {
  name: 'regionAsked',
  speaks: 'for',
  only: { kinds: ['place'], beside: ['rivals'] },
  belief: 4,
  value(candidate) {
    const {
      option,
      span,
      kind,
      story: { shelf, readings },
    } = candidate;
    if (kind !== 'place' || span.options.length < 2 || !isRegion(shelf.entity(option.ref))) return 0;
    const reading = readings[span.at];
    const rivals = span.options.map(({ ref }) => shelf.entity(ref)).filter((head) => !isRegion(head));
    if (!reading || rivals.length === 0) return 0;
    // "Western Georgia" can be part of the country or of the state.
    return isBehindTown(candidate) || asksRegion(span, reading) || (asksPart(span, reading) && !rivals.some(isCountry))
      ? 1
      : 0;
  },
};

const COMMA = /^,\s$/;

/** "Seattle, Washington": right behind a town that lies in it. */
function isBehindTown({ option, span, story: { shelf, readings, spans } }: Candidate): boolean {
  const town = spans.endingAt(span.at, span.first - 1);
  if (!town || !COMMA.test(readings[span.at]?.block.text.slice(town.end, span.start) ?? '')) return false;
  return town.options.some(
    ({ ref, use }) =>
      use !== 'demonym' && placeClass(shelf.entity(ref)) === 'town' && homesOf(ref, shelf).includes(option.ref),
  );
}

export const about: About = {
  when: 'a state that has its name from or with a town or a country, behind what only states have: “the governor of”, “a senator for”, “western”, or behind one of its towns and a comma',
  example: {
    story: ['Seattle sold its ferry. The governor of [Washington] was on it.'],
    day: '2016-10-18',
    opens: 'washington-state',
    without: 'washington-d-c',
  },
};
