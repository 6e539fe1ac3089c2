import type { About, FixedClue, StoryFacts } from '../around/clue';
import type { Span } from '../find/spans';
import { endsPhrase } from '../find/surroundings';

/** "New England", "New Britain": named after the place, but elsewhere. */
export const newBeforePlace: FixedClue = {
  name: 'newBeforePlace',
  speaks: 'against',
  only: { kinds: ['place'], words: 'one', beside: ['newer'] },
  belief: -6,
  value({ option, span, kind, single, story }) {
    if (kind !== 'place' || !single || option.use === 'demonym') return 0;
    if (!isBehindNew(span, story)) return 0;
    return story.sameWords(span).some((other) => isBehindNew(other, story) && provesName(other, story)) ? 1 : 0;
  },
};

function isBehindNew({ at, first }: Span, { readings }: StoryFacts): boolean {
  const { words, language } = readings[at] ?? {};
  const before = words?.[first - 1];
  return (
    before?.capital === true && words?.[first]?.joint === 'space' && language?.names.newer.has(before.folded) === true
  );
}

/** At the beginning of a sentence: "New Ireland, across the strait", not "New Ireland coach". */
function provesName({ at, first, last }: Span, { readings }: StoryFacts): boolean {
  const { words, titled } = readings[at] ?? {};
  return titled === false && (words?.[first - 1]?.initial === false || endsPhrase(words?.[last + 1]));
}

export const about: About = {
  when: 'a place of one word right behind “New”, here or elsewhere in the story, where a capital proves a name, or what follows does',
  example: {
    story: ['The map shows a coast of New [Denmark] and the sea.'],
    day: '2012-09-09',
    opens: null,
    without: 'denmark',
  },
};
