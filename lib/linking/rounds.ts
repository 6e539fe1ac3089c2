import { choose, type Verdict } from './choose';
import type { Scorer } from './evidence/scorer';
import type { Prepared } from './prepare';
import { type Chosen, makeScene, type Scene } from './scene';
import type { Shelf } from './shelf';
import { type Span, wordCount } from './spans';
import type { StoryMemory } from './types';

/**
 * Full names are settled first; they make the company in which short and contextual forms count, and those may bring
 * in others: so the choice is made again with what the round before found, until nothing changes, at most so often.
 */
const MOST_ROUNDS = 4;

export function chooseInRounds(
  prepared: readonly Prepared[],
  scorer: Scorer,
  memory: StoryMemory | null,
  shelf: Shelf,
): { chosen: Chosen[]; scene: Scene } {
  const clashes = findClashes(prepared);
  let scene = makeScene([], memory, shelf);
  let chosen: Chosen[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = chosen;
    chosen = chooseOnce(prepared, clashes, scene, scorer);
    if (round > 1 && same(before, chosen)) break;
    scene = makeScene(chosen, memory, shelf);
  }
  return { chosen, scene };
}

/** Spans that overlap one another, or a chain of them, by their places in `prepared`; in reading order. */
type Clash = readonly number[];

function findClashes(prepared: readonly Prepared[]): Clash[] {
  const spanOf = (place: number): Span => (prepared[place] as Prepared).span;
  const order = prepared.map((_, place) => place);
  order.sort((a, b) => spanOf(a).at - spanOf(b).at || spanOf(a).first - spanOf(b).first || a - b);
  const clashes: number[][] = [];
  let at = -1;
  let last = -1;
  for (const place of order) {
    const span = spanOf(place);
    if (span.at === at && span.first <= last) {
      clashes.at(-1)?.push(place);
      last = Math.max(last, span.last);
    } else {
      clashes.push([place]);
      ({ at, last } = span);
    }
  }
  return clashes;
}

/** Longest match wins, unless its candidates were refused; in doubt about a long name nothing inside it is linked. */
function chooseOnce(prepared: readonly Prepared[], clashes: readonly Clash[], scene: Scene, scorer: Scorer): Chosen[] {
  const verdicts = prepared.map((one) => choose(one, scene, scorer));
  const chosen: Chosen[] = [];
  for (const clash of clashes) {
    if (clash.length > 1) {
      for (const one of settle(clash, prepared, verdicts)) chosen.push(one);
      continue;
    }
    const verdict = verdicts[clash[0] as number] as Verdict;
    if (verdict.type === 'chosen') chosen.push(verdict.chosen);
  }
  return chosen;
}

function settle(clash: Clash, prepared: readonly Prepared[], verdicts: readonly Verdict[]): Chosen[] {
  const spanOf = (place: number): Span => (prepared[place] as Prepared).span;
  const confidence = (place: number): number => {
    const verdict = verdicts[place];
    return verdict?.type === 'chosen' ? verdict.chosen.confidence : 0;
  };
  const order = clash.filter((place) => verdicts[place]?.type !== 'refused');
  order.sort((a, b) => wordCount(spanOf(b)) - wordCount(spanOf(a)) || confidence(b) - confidence(a) || a - b);
  const taken = new Set<number>();
  const chosen: Chosen[] = [];
  for (const place of order) {
    const { first, last } = spanOf(place);
    if (isTaken(taken, first, last)) continue;
    const verdict = verdicts[place] as Verdict;
    if (verdict.type === 'chosen' || last > first) for (let word = first; word <= last; word++) taken.add(word);
    if (verdict.type === 'chosen') chosen.push(verdict.chosen);
  }
  return chosen.sort((a, b) => a.span.start - b.span.start);
}

function isTaken(words: ReadonlySet<number>, first: number, last: number): boolean {
  for (let word = first; word <= last; word++) if (words.has(word)) return true;
  return false;
}

const same = (one: readonly Chosen[], other: readonly Chosen[]): boolean =>
  one.length === other.length &&
  one.every((chosen, at) => chosen.ref === other[at]?.ref && chosen.span === other[at]?.span);
