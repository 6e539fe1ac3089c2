import type { About, FixedClue } from '../around/clue';

/** "NATO", not "Nato" or "nato". */
export const acronym: FixedClue = {
  name: 'acronym',
  speaks: 'for',
  only: { uses: ['name'], words: 'one', cases: ['exact'], via: ['form'] },
  belief: 2,
  value: ({ option, single }) =>
    option.use === 'name' && option.via === 'form' && single && option.caseRule === 'exact' ? 1 : 0,
};

export const about: About = {
  when: 'a name of one word, every letter as written',
  example: { story: ['The [EU] wrote back.'], day: '2020-01-05', opens: 'european-union', without: null },
};
