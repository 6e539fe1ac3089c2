import { type Day, isBefore, latest, shiftYears } from '../../time';
import type { About, FixedClue, StoryFacts } from '../around/clue';
import type { Span } from '../find/spans';
import type { Ref } from '../known/shelf';

/** An age given behind a name: "Gordon Brown, 34, of Harehills". */
const AGE = /^, (?:\p{Ll}+ )?(\d{1,2})(?=[,.;)])/u;
/** In years: newspaper and tables may be a birthday apart. */
const TOLERANCE = 3;
/** No one in the tables took an office younger. */
const YOUNGEST_IN_OFFICE = 18;

/** A namesake not yet born when the known person's career began. */
export const tooYoung: FixedClue = {
  name: 'tooYoung',
  speaks: 'against',
  only: { kinds: ['person'], beside: ['comma'] },
  belief: -8,
  value: ({ option, span, kind, story }) =>
    kind === 'person' &&
    (isTooYoung(span, option.ref, story) || story.sameWords(span).some((one) => isTooYoung(one, option.ref, story)))
      ? 1
      : 0,
};

function isTooYoung({ at, end }: Span, person: Ref, { readings, shelf, day }: StoryFacts): boolean {
  const text = readings[at]?.block.text ?? '';
  if (text[end] !== ',') return false;
  const [, age] = AGE.exec(text.slice(end, end + 20)) ?? [];
  if (age === undefined || day === null) return false;
  const { begins } = shelf.life(person);
  const isOlder = (since: Day | null, then: number): boolean =>
    since !== null && isBefore(shiftYears(since, Number(age) - then + TOLERANCE), day);
  return (
    isOlder(begins, 0) ||
    shelf.offices(person).some(({ start }) => start !== null && isOlder(latest(start), YOUNGEST_IN_OFFICE))
  );
}

export const about: About = {
  when: 'a person with an age behind the name, here or elsewhere in the story, who would have to be older',
  example: {
    story: ['[Barack Obama], 22, a student, lost his licence on Wednesday.'],
    day: '2016-03-02',
    opens: null,
    without: 'barack-obama',
  },
};
