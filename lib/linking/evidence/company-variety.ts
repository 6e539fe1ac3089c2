import type { About, SceneClue } from './clue';

/** Several of its company are surer than one. */
export const companyVariety: SceneClue = {
  name: 'companyVariety',
  speaks: 'for',
  only: { uses: ['company'] },
  belief: 1.2,
  value({ option }, scene) {
    if (option.use !== 'company') return 0;
    let present = 0;
    for (const ref of option.company) if (scene.has(ref)) present += 1;
    return Math.log(Math.max(1, present));
  },
};

export const about: About = {
  when: 'ln(different things of its company in the story)',
  example: {
    story: ['Brazil lost. Its capital, Brasilia, slept.', 'A [Congress] of bakers ate.'],
    day: '2018-10-31',
    opens: 'national-congress-brazil',
    without: null,
  },
};
