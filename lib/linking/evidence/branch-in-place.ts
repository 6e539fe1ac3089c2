import type { About, SceneClue } from './clue';

/** "Bank of Ireland [UK]", "Amazon [Germany]": a branch of it, and not where something is. */
export const branchInPlace: SceneClue = {
  name: 'branchInPlace',
  speaks: 'against',
  only: { kinds: ['place'], uses: ['name'], beside: ['capital'] },
  belief: -5,
  may: ({ span, around, story: { readings } }) =>
    !around.beforeName && readings[span.at]?.words[span.first]?.joint === 'space',
  value({ option, span, kind, around, story: { shelf, readings } }, scene) {
    const reading = readings[span.at];
    if (kind !== 'place' || option.use !== 'name' || !reading || reading.titled) return 0;
    const { words, language } = reading;
    if (words[span.first]?.joint !== 'space' || around.beforeName) return 0;
    const owner = scene.before(span);
    // "TSMC's Arizona promise" is about a place.
    const gap = owner && reading.block.text.slice(owner.span.end, span.start);
    if (owner && gap === ' ' && shelf.entity(owner.ref).kind === 'company') return 1;
    const [head, of, named] = words.slice(Math.max(0, span.first - 3), span.first);
    const isOf = named?.capital && named.joint === 'space' && of?.joint === 'space' && of.folded === language.names.of;
    return isOf && head?.capital && language.names.institutions.has(head.folded) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a place right behind the name of a company, or of a bank, church and the like “of” somewhere',
  example: {
    story: ['HSBC [Germany] will open two halls in Berlin.'],
    day: '2021-09-07',
    opens: null,
    without: 'germany',
  },
};
