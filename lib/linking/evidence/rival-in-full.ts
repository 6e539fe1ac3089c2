import type { About, Candidate, SceneClue } from '../around/clue';
import { countFullNames, isFullInParagraph } from '../around/full-name-place';
import type { Scene } from '../around/scene';
import type { Ref } from '../known/shelf';
import { otherGeneration } from './other-generation';
import { otherSex } from './other-sex';

/** "Mr. Clinton" cannot be a rival these rule out. */
const RULED_OUT = [otherSex, otherGeneration];

/** Father and son are both in the story: "Assad met him in March" may be either. */
export const rivalInFull: SceneClue = {
  name: 'rivalInFull',
  speaks: 'against',
  only: { kinds: ['person'], beside: ['rivals'] },
  belief: -3,
  may: ({ span }) => span.options.length > 1,
  value({ option, span, single, kind, holdsOffice }, scene, rivals) {
    if (kind !== 'person' || rivals.length < 2) return 0;
    // “Le Pen” is one surname.
    if (!single && !rivals.some((rival) => rival.kind === 'person' && rival.option.use === 'short')) return 0;
    const own = countFullNames(option.ref, span, scene);
    const isHere = isFullInParagraph(option.ref, span, scene);
    const isRival = (rival: Candidate): boolean =>
      rival.option.ref !== option.ref &&
      rival.kind === 'person' &&
      countFullNames(rival.option.ref, span, scene) >= Math.max(own, 1) &&
      (!isHere || isFullInParagraph(rival.option.ref, span, scene)) &&
      !RULED_OUT.some((clue) => clue.value(rival) > 0);
    if (own === 0 && rivals.some((rival) => isNamedFirst(rival, option.ref, scene))) return 1;
    const found = rivals.filter(isRival);
    // Between two named equally often nothing decides.
    if (found.length === 0) return 0;
    return !holdsOffice && found.some(({ option: { ref } }) => countFullNames(ref, span, scene) === own) ? 2 : 1;
  },
};

/** In a headline it is whoever the story names first afterwards. */
function isNamedFirst({ option, kind }: Candidate, own: Ref, scene: Scene): boolean {
  if (option.ref === own || kind !== 'person') return false;
  const [first, ownFirst] = [scene.fullNames(option.ref)[0], scene.fullNames(own)[0]];
  return first !== undefined && ownFirst !== undefined && first < ownFirst;
}

export const about: About = {
  when: '1, or 2 where both were named as often and no office tells them apart: a person by one word, or a surname of several, that somebody else is called, too, who was named in full as often up to there, or, before both, is named first; unless that one alone is so in the same paragraph',
  example: {
    story: ['Bashar al-Assad spoke in Syria. Hafez al-Assad died.', '[Assad] was tired of Syria and of Damascus.'],
    day: '2000-06-11',
    opens: null,
    without: 'bashar-al-assad',
  },
};
