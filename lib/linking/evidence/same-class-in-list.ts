import type { About, FixedClue, StoryFacts } from '../around/clue';
import { listedWith } from '../around/listed-with';
import { listedWithFirms } from '../around/listed-with-firms';
import type { Span } from '../find/spans';
import { placeClass } from '../known/place-class';
import { placeThatPlays } from './place-that-plays';

/** "Georgia and Washington", "Manchester City and Liverpool": the members of a list are of one class. */
export const sameClassInList: FixedClue = {
  name: 'sameClassInList',
  speaks: 'for',
  only: { kinds: ['place', 'team', 'company'], beside: ['listed'] },
  belief: 3,
  value(candidate) {
    const { option, span, kind, story } = candidate;
    if (kind === 'company') return listedWithFirms(candidate) ? 1 : 0;
    const isTeam = kind === 'team';
    if (!(isTeam || kind === 'place') || span.options.length < 2) return 0;
    // "Lost to Scotland, Ireland and Italy".
    if (kind === 'place' && placeThatPlays.value(candidate) > 0) return 0;
    const own = isTeam ? TEAM : placeClass(story.shelf.entity(option.ref));
    const rivals = classesOf(span, story, isTeam);
    if (own === null || rivals.size < 2) return 0;
    const reading = story.readings[span.at];
    const others = reading
      ? listedWith(span, reading, story.spans).map((other) => classesOf(firstMeant(other), story, isTeam))
      : [];
    if (others.length === 0) return 0;
    const common = [...rivals].filter((one) => others.every((other) => other.has(one)));
    return common.length === 1 && common[0] === own ? 1 : 0;
  },
};

const TEAM = 'team';

/** "Oregon" is the state; the town of that name only if something speaks for it. */
function firstMeant({ options }: Span): Pick<Span, 'options'> {
  const sure = options.filter(({ use }) => use === 'name');
  return { options: sure.length > 0 ? sure : options };
}

/** Teams count too, or "England and Wales" would be countries in a story about a match. */
function classesOf({ options }: Pick<Span, 'options'>, { shelf }: StoryFacts, withTeams: boolean): Set<string> {
  const classes = new Set<string>();
  for (const { ref, use } of options) {
    const head = shelf.entity(ref);
    const one = use === 'demonym' ? null : withTeams && head.kind === TEAM ? TEAM : placeClass(head);
    if (one !== null) classes.add(one);
  }
  return classes;
}

export const about: About = {
  when: 'a country, state, town or team that has namesakes of another class, in a list of nothing but its own (“Ohio, Georgia and Maine”), and a company in a list of companies',
  example: {
    story: ['Armenia, Azerbaijan and [Georgia] met.'],
    day: '2020-03-04',
    opens: 'georgia',
    without: null,
  },
};
