import type { Judgement } from './choose';
import { choose } from './choose';
import type { Reading } from './reading';
import { type Chosen, makeScene, type Scene } from './scene';
import type { Span } from './spans';
import { wordCount } from './spans';
import type { StoryMemory } from './types';

/**
 * Full names are settled first; they make the company in which short and contextual forms count, and those may bring
 * in others: so the choice is made three times, each time with what the round before found.
 */
const ROUNDS = 3;

export function chooseInRounds(
  spans: readonly Span[],
  judgement: Omit<Judgement, 'scene'>,
  memory: StoryMemory | null,
): { chosen: Chosen[]; scene: Scene } {
  let scene = makeScene([], memory, judgement.shelf);
  let chosen: Chosen[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    chosen = chooseOnce(spans, { ...judgement, scene });
    scene = makeScene(chosen, memory, judgement.shelf);
  }
  return { chosen, scene };
}

/** Longest match wins, unless its candidates were refused; in doubt about a long name nothing inside it is linked. */
function chooseOnce(spans: readonly Span[], judgement: Judgement): Chosen[] {
  const verdicts = spans
    .map((span) => ({ span, verdict: choose(span, judgement) }))
    .filter(({ verdict }) => verdict.type !== 'refused')
    .sort((a, b) => wordCount(b.span) - wordCount(a.span) || confidenceOf(b.verdict) - confidenceOf(a.verdict));
  const taken = judgement.readings.map((reading: Reading) => new Uint8Array(reading.words.length));
  const chosen: Chosen[] = [];
  for (const { span, verdict } of verdicts) {
    const words = taken[span.at];
    if (!words || words.subarray(span.first, span.last + 1).includes(1)) continue;
    if (verdict.type === 'chosen' || wordCount(span) > 1) words.fill(1, span.first, span.last + 1);
    if (verdict.type === 'chosen') chosen.push(verdict.chosen);
  }
  return chosen.sort((a, b) => a.span.at - b.span.at || a.span.start - b.span.start);
}

const confidenceOf = (verdict: ReturnType<typeof choose>): number =>
  verdict.type === 'chosen' ? verdict.chosen.confidence : 0;
