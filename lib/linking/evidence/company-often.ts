import type { About, SceneClue } from '../around/clue';
import { mostMentions } from '../around/most-mentions';

/** "Congress" in a story about Brazil: the more often its company is mentioned, the surer. */
export const companyOften: SceneClue = {
  name: 'companyOften',
  speaks: 'for',
  only: { uses: ['company', 'near'] },
  belief: 1,
  value: ({ option }, scene) =>
    option.use === 'company' || option.use === 'near' ? Math.log1p(mostMentions(option, scene)) : 0,
};

export const about: About = {
  when: 'ln(1 + mentions of that one of its company which is mentioned most)',
  example: {
    story: ['Brazil voted. Brazil waits, and Brazil counts.', 'The new [Congress] meets.'],
    day: '2022-10-31',
    opens: 'national-congress-brazil',
    without: null,
  },
};
