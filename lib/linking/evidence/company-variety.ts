import type { About, SceneClue } from '../around/clue';

/** Several entities of its company are better proof than one. */
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
    story: ['The players of Real Madrid met. Then [Barcelona] wrote a letter to the referee and UEFA.'],
    day: '2021-03-04',
    opens: null,
    without: 'barcelona',
  },
};
