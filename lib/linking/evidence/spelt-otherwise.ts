import { foldText } from '../../text';
import type { About, SceneClue } from './clue';

/** "The Tokyo Stock Exchange was shut. The TSE will open again." */
export const speltOtherwise: SceneClue = {
  name: 'speltOtherwise',
  speaks: 'against',
  only: { words: 'one', cases: ['exact'], via: ['form'] },
  belief: -6,
  value({ option, span, single, story }, scene) {
    if (!single || option.caseRule !== 'exact' || option.via !== 'form') return 0;
    if (scene.fullForm(option.ref)?.includes(' ')) return 0;
    const own = foldText(story.shelf.entity(option.ref).name);
    return story.speltNames(span.folded).some((name) => name === own || !isAlike(name, own)) ? 1 : 0;
  },
};

/** "World Health Organisation" is another spelling of its name. */
function isAlike(name: string, own: string): boolean {
  const words = name.split(' ');
  const known = new Set(own.split(' '));
  return words.filter((word) => known.has(word)).length * 2 >= words.length;
}

export const about: About = {
  when: 'an acronym whose letters begin the words of a name in the story that was not taken for it',
  example: {
    story: ['The Cedar Hill Patrol walks at night. A man of the [CHP] found the dog.'],
    day: '2022-03-17',
    opens: null,
    without: 'chp',
  },
};
