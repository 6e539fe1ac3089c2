import type { About, FixedClue } from '../around/clue';

/** Every word of the name agrees except for its spelling. */
export const otherSpelling: FixedClue = {
  name: 'otherSpelling',
  speaks: 'for',
  only: { uses: ['name'], via: ['spelling'] },
  belief: 5,
  value: ({ option }) => (option.use === 'name' && option.via === 'spelling' ? 1 : 0),
};

export const about: About = {
  when: 'a whole name in another spelling',
  example: {
    story: ['The plant is in Natick, [Mass.], beside a canal.'],
    day: '2020-02-20',
    opens: 'massachusetts',
    without: null,
  },
};
