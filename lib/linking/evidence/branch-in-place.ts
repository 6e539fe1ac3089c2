import type { About, Candidate, SceneClue } from '../around/clue';
import type { Reading } from '../read/reading';

/** "Bank of Ireland [UK]", "Amazon [Germany]": a branch, not a place. */
export const branchInPlace: SceneClue = {
  name: 'branchInPlace',
  speaks: 'against',
  only: { kinds: ['place'], uses: ['name'], beside: ['capital'] },
  belief: -5,
  may: (candidate) =>
    !candidate.around.beforeName &&
    candidate.story.readings[candidate.span.at]?.words[candidate.span.first]?.joint === 'space' &&
    (isOfHouse(candidate) || endsBefore(candidate)),
  value(candidate, scene) {
    const { option, span, kind, story } = candidate;
    if (kind !== 'place' || option.use !== 'name' || story.readings[span.at]?.titled) return 0;
    if (branchInPlace.may?.(candidate) !== true) return 0;
    const owner = scene.before(span);
    // "TSMC's Arizona promise" is about a place.
    const gap = owner && story.readings[span.at]?.block.text.slice(owner.span.end, span.start);
    return (owner && gap === ' ' && story.shelf.entity(owner.ref).kind === 'company') || isOfHouse(candidate) ? 1 : 0;
  },
};

/** Does any name end right before it? */
const endsBefore = ({ span: { at, first }, story: { spans } }: Candidate): boolean =>
  spans.endingAt(at, first - 1) !== undefined;

function isOfHouse({ span: { at, first }, story: { readings } }: Candidate): boolean {
  const { words, language } = readings[at] as Reading;
  const [head, of, named] = [words[first - 3], words[first - 2], words[first - 1]];
  const isOf = named?.capital && named.joint === 'space' && of?.joint === 'space' && of.folded === language.names.of;
  return isOf === true && head?.capital === true && language.names.institutions.has(head.folded);
}

export const about: About = {
  when: 'a place right behind the name of a company, or of a bank, church and the like “of” somewhere',
  example: {
    story: ['HSBC [Germany] will open two halls in Berlin.'],
    day: '2021-09-07',
    opens: null,
    without: 'germany',
  },
};
