/** What the linker weighs in a story, as instances to learn from. */
import { linkStory } from '../../../lib/linking';
import type { Candidate, SceneClue } from '../../../lib/linking/around/clue';
import type { Scene } from '../../../lib/linking/around/scene';
import { makeScorer, type Scorer, type Weights } from '../../../lib/linking/evidence/scorer';
import { FIXED_CLUES, SCENE_CLUES } from '../../../lib/linking/evidence/table';
import type { Span } from '../../../lib/linking/find/spans';
import type { Pack } from '../../../lib/pack';
import type { LabelledStory } from '../../unit/linking/labelled-stories';
import type { Instance } from './logistic';

type Story = Pick<LabelledStory, 'story' | 'labels'>;
type Label = Story['labels'][number];

/** A card that is allowed, and not asked, is half a reason to give one. */
const ALLOWED_WORTH = 0.5;

/** The linker does not weigh a span anew for which nothing can have changed; what is to be learned from is seen in the last round. */
const ASKED_EACH_ROUND: SceneClue = { name: '', speaks: 'for', value: () => 0 };

/**
 * Scene clues depend on what else was chosen, so on the weights: an instance has the values of the last round. Left out is
 * what lies inside a longer name that was weighed too, since nothing is asked of it.
 */
export function observe(pack: Pack, { story, labels }: Story, weights: Weights): Instance[] {
  let last: Scene | null = null;
  let judged = new Map<Span, Candidate[]>();
  const scorer = makeScorer(weights);
  const watching: Scorer = {
    ...scorer,
    first(candidate) {
      const look = scorer.first(candidate);
      const asked = {
        at: scorer.names.length,
        clue: ASKED_EACH_ROUND,
        weight: 0,
        value: ASKED_EACH_ROUND.value,
        may: undefined,
        ofRelatedOnly: false,
        against: false,
      };
      return { ...look, open: [...look.open, asked], ofRelatedOnly: false };
    },
    inScene(candidate, look, scene, rivals) {
      if (scene !== last) judged = new Map();
      last = scene;
      judged.set(candidate.span, [...rivals]);
      return scorer.inScene(candidate, look, scene, rivals);
    },
  };
  linkStory([pack], story, { refused: {}, muted: [], density: 'every' }, watching);
  const scene = last;
  if (scene === null) return [];
  const spans = [...judged.keys()];
  return [...judged].flatMap(([span, rivals]): Instance[] => {
    const inside = spans.some((other) => {
      return (
        other.at === span.at && other.first <= span.first && other.last >= span.last && length(other) > length(span)
      );
    });
    if (inside) return [];
    const here = labels.filter((label) => label.block === span.at && label.start < span.end && span.start < label.end);
    const candidates = rivals.map((candidate) => {
      const key = candidate.story.shelf.entity(candidate.option.ref).key;
      const values = [
        ...FIXED_CLUES.map((clue) => clue.value(candidate)),
        ...SCENE_CLUES.map((clue) => clue.value(candidate, scene, rivals)),
      ];
      const features = values.flatMap((value, clue) => (value === 0 ? [] : [[clue, value] as const]));
      return { features, right: here.some((label) => isCard(label) && label.keys.includes(key)) };
    });
    const right = candidates.some((candidate) => candidate.right);
    const asked = here.some((label) => label.type === 'asked');
    return [{ worth: right && !asked ? ALLOWED_WORTH : 1, candidates, nothing: !right }];
  });
}

const length = (span: Span): number => span.last - span.first;
const isCard = ({ type }: Label): boolean => type === 'asked' || type === 'allowed';
