import type { About, SceneClue } from '../around/clue';
import { foldedName } from '../known/folded-name';

/** "The Tokyo Stock Exchange was shut. The TSE will open again.": an unknown name in the story spells the acronym. */
export const speltOtherwise: SceneClue = {
  name: 'speltOtherwise',
  speaks: 'against',
  only: { words: 'one', cases: ['exact'], via: ['form'] },
  belief: -6,
  may({ option, span, story }) {
    const names = story.speltNames(span.folded);
    if (names.length === 0) return false;
    const own = foldedName(story.shelf.entity(option.ref));
    return names.some((name) => name === own || !isAlike(name, own));
  },
  value(candidate, scene) {
    const { option, single } = candidate;
    if (!single || option.caseRule !== 'exact' || option.via !== 'form') return 0;
    return scene.fullForm(option.ref)?.includes(' ') || !speltOtherwise.may?.(candidate) ? 0 : 1;
  },
};

/** "World Health Organisation" is only another spelling of its name. */
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
