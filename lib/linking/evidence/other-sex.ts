import { foldText } from '../../text';
import type { About, FixedClue } from './clue';

/** "Mrs. Bush" is not George. */
export const otherSex: FixedClue = {
  name: 'otherSex',
  speaks: 'against',
  belief: -6,
  value({ option, span, kind, around, single, story: { shelf, readings } }) {
    const names = readings[span.at]?.language.names;
    if (kind !== 'person' || !names || !single) return 0;
    const last = around.title.split(' ').at(-1) ?? '';
    const hers = names.herTitles.has(last);
    if (!hers && !names.hisTitles.has(last)) return 0;
    const [given = ''] = foldText(shelf.entity(option.ref).name).split(' ');
    return names.womensNames.has(given) === hers ? 0 : 1;
  },
};

export const about: About = {
  when: 'a person behind the title of a woman who has no woman’s given name, or behind a man’s who has one',
  example: {
    story: ['Boris Yeltsin left the hospital on Monday. Mrs. [Yeltsin] drove him home.'],
    day: '1999-08-02',
    opens: null,
    without: 'boris-yeltsin',
  },
};
