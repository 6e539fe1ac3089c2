import type { About, SceneClue } from './clue';

/** "The Tokyo Stock Exchange was shut. The TSE will open again." */
export const speltOtherwise: SceneClue = {
  name: 'speltOtherwise',
  speaks: 'against',
  belief: -6,
  value({ option, span, single, story }, scene) {
    if (!single || option.caseRule !== 'exact' || option.via !== 'form') return 0;
    return scene.fullForm(option.ref)?.includes(' ') !== true && story.isSpelt(span.folded) ? 1 : 0;
  },
};

export const about: About = {
  when: 'an acronym whose letters begin the words of a name in the story that was not taken for it',
  example: {
    story: ['The Cedar Hill Patrol walks at night. A man of the [CHP] found the dog.'],
    day: '2022-03-17',
    opens: null,
    without: 'chp',
  },
};
