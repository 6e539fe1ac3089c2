/** The linker's answers to a labelled story, each as good as it is for the reader. */
import { linkStory } from '../../../lib/linking';
import type { Scorer } from '../../../lib/linking/evidence/scorer';
import type { Pack } from '../../../lib/pack';
import type { LabelledStory } from '../../unit/linking/labelled-stories';
import type { JudgedMention } from '../evaluate/outcome';

/** 1 a right card, 0 no card, -1 a wrong card. */
type Worth = 1 | 0 | -1;

export interface Answer {
  readonly entity: string;
  readonly surface: string;
  readonly worth: Worth;
  readonly confidence: number;
}

/** By their places; where no card is given, none stands. */
export function answersTo(
  pack: Pack,
  { story, labels }: Pick<LabelledStory, 'story' | 'labels'>,
  scorer: Scorer,
): Map<string, Answer> {
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'every' }, scorer);
  return new Map(
    mentions.map(({ block, start, end, entity, confidence }) => {
      const surface = story.blocks[block]?.text.slice(start, end) ?? '';
      const right = labels.some(
        (label) => label.block === block && label.start < end && start < label.end && label.keys.includes(entity),
      );
      return [`${block}:${start}`, { entity, surface, worth: right ? 1 : -1, confidence }];
    }),
  );
}

/** For the table of how far confidence can be believed. */
export const judged = ({ worth, confidence }: Answer): JudgedMention => ({
  confidence,
  verdict: worth > 0 ? 'right' : 'wrong',
});

export interface Change {
  readonly surface: string;
  readonly before: string;
  readonly after: string;
  readonly worse: boolean;
}

export function changesBetween(before: ReadonlyMap<string, Answer>, after: ReadonlyMap<string, Answer>): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((place) => {
    const one = before.get(place);
    const other = after.get(place);
    if (one?.entity === other?.entity && one?.surface === other?.surface) return [];
    const surface = one?.surface ?? other?.surface ?? '';
    const worse = (other?.worth ?? 0) < (one?.worth ?? 0);
    return [{ surface, before: one?.entity ?? 'nothing', after: other?.entity ?? 'nothing', worse }];
  });
}
