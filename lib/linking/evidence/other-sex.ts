import { eitherNames, titleTerms, womensNames } from '../../language';
import type { About, FixedClue } from '../around/clue';
import { foldedName } from '../known/folded-name';

/** "Mrs. Bush" is not George. */
export const otherSex: FixedClue = {
  name: 'otherSex',
  speaks: 'against',
  only: { kinds: ['person'], words: 'one', beside: ['title'] },
  belief: -6,
  value({ option, span, kind, around, single, story: { shelf } }) {
    if (kind !== 'person' || !single || around.title === '') return 0;
    const last = around.title.split(' ').at(-1) ?? '';
    const hers = titleTerms.hers.has(last);
    if (!hers && !titleTerms.his.has(last)) return 0;
    // The given name may stand first or last: "Aung San Suu Kyi".
    const given = foldedName(shelf.entity(option.ref))
      .split(' ')
      .filter((word) => word !== span.folded);
    const isWoman = given.some((word) => womensNames.has(word));
    return hers ? Number(!isWoman && !given.some((word) => eitherNames.has(word))) : Number(isWoman);
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
