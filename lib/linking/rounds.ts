import { choose, type Verdict } from './choose';
import type { Scorer } from './evidence/scorer';
import type { Prepared } from './fixed-evidence';
import type { Reading } from './reading';
import { type Chosen, makeScene, type Scene } from './scene';
import type { Shelf } from './shelf';
import { wordCount } from './spans';
import type { StoryMemory } from './types';

/**
 * Full names are settled first; they make the company in which short and contextual forms count, and those may bring
 * in others: so the choice is made again with what the round before found, until nothing changes, at most so often.
 */
const MOST_ROUNDS = 4;

export function chooseInRounds(
  prepared: readonly Prepared[],
  readings: readonly Reading[],
  scorer: Scorer,
  memory: StoryMemory | null,
  shelf: Shelf,
): { chosen: Chosen[]; scene: Scene } {
  let scene = makeScene([], memory, shelf);
  let chosen: Chosen[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = chosen;
    chosen = chooseOnce(prepared, readings, scene, scorer);
    if (round > 1 && same(before, chosen)) break;
    scene = makeScene(chosen, memory, shelf);
  }
  return { chosen, scene };
}

/** Longest match wins, unless its candidates were refused; in doubt about a long name nothing inside it is linked. */
function chooseOnce(
  prepared: readonly Prepared[],
  readings: readonly Reading[],
  scene: Scene,
  scorer: Scorer,
): Chosen[] {
  const verdicts: Array<{ prepared: Prepared; verdict: Verdict; words: number; confidence: number }> = [];
  for (const one of prepared) {
    const verdict = choose(one, scene, scorer);
    if (verdict.type === 'refused') continue;
    const confidence = verdict.type === 'chosen' ? verdict.chosen.confidence : 0;
    verdicts.push({ prepared: one, verdict, words: wordCount(one.span), confidence });
  }
  verdicts.sort((a, b) => b.words - a.words || b.confidence - a.confidence);
  const taken = readings.map((reading) => new Uint8Array(reading.words.length));
  const chosen: Chosen[] = [];
  for (const { prepared: one, verdict, words } of verdicts) {
    const { at, first, last } = one.span;
    const there = taken[at];
    if (!there || isTaken(there, first, last)) continue;
    if (verdict.type === 'chosen' || words > 1) there.fill(1, first, last + 1);
    if (verdict.type === 'chosen') chosen.push(verdict.chosen);
  }
  return chosen.sort((a, b) => a.span.at - b.span.at || a.span.start - b.span.start);
}

function isTaken(words: Uint8Array, first: number, last: number): boolean {
  for (let word = first; word <= last; word++) if (words[word] === 1) return true;
  return false;
}

const same = (one: readonly Chosen[], other: readonly Chosen[]): boolean =>
  one.length === other.length &&
  one.every((chosen, at) => chosen.ref === other[at]?.ref && chosen.span === other[at]?.span);
