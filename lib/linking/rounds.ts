import { choose, chooseForNow, type Verdict, weighedOut } from './choose';
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
  spans: readonly Span[],
  prepare: (span: Span) => Prepared,
  scorer: Scorer,
  memory: StoryMemory | null,
  shelf: Shelf,
): { chosen: Chosen[]; scene: Scene } {
  const clashes = findClashes(spans);
  const prepared = new Map<Span, Prepared>();
  const preparedOf = (span: Span): Prepared => {
    const known = prepared.get(span) ?? prepare(span);
    prepared.set(span, known);
    return known;
  };
  let scene = makeScene([], memory, shelf);
  let seen = scene;
  let chosen: Chosen[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = chosen;
    seen = scene;
    chosen = [];
    for (const clash of clashes) settle(clash, preparedOf, scene, scorer, chosen);
    if (round > 1 && same(before, chosen)) break;
    scene = makeScene(chosen, memory, shelf);
  }
  return { chosen: weighedOut(chosen, prepared.values(), seen, scorer), scene };
}

/** Spans that overlap one another, or a chain of them; in groups of as many words, longest first. */
type Clash = readonly (readonly Span[])[];

/** In reading order. */
function findClashes(spans: readonly Span[]): Clash[] {
  const spanOf = (place: number): Span => spans[place] as Span;
  const order = spans.map((_, place) => place);
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
  return clashes.map((places) => byLength(places.sort((a, b) => a - b).map(spanOf)));
}

function byLength(spans: readonly Span[]): Clash {
  if (spans.length === 1) return [spans];
  const groups = new Map<number, Span[]>();
  for (const span of spans) {
    const group = groups.get(wordCount(span));
    if (group) group.push(span);
    else groups.set(wordCount(span), [span]);
  }
  return [...groups].sort(([one], [other]) => other - one).map(([, group]) => group);
}

/**
 * Longest match wins, unless its candidates were refused; in doubt about a long name nothing inside it is linked. So what lies in
 * a longer name that was taken is not even looked at. Puts into `chosen` what is chosen.
 */
function settle(
  clash: Clash,
  preparedOf: (span: Span) => Prepared,
  scene: Scene,
  scorer: Scorer,
  chosen: Chosen[],
): void {
  const from = chosen.length;
  const taken: Span[] = [];
  const take = (span: Span, verdict: Verdict): void => {
    if (verdict.type === 'refused' || taken.some((other) => overlap(span, other))) return;
    if (verdict.type === 'chosen' || span.last > span.first) taken.push(span);
    if (verdict.type === 'chosen') chosen.push(verdict.chosen);
  };
  for (const group of clash) {
    const free = taken.length === 0 ? group : group.filter((span) => !taken.some((other) => overlap(span, other)));
    const [only] = free;
    if (only === undefined) continue;
    if (free.length === 1) take(only, chooseForNow(preparedOf(only), scene, scorer));
    else for (const [span, verdict] of surestFirst(free, preparedOf, scene, scorer)) take(span, verdict);
  }
  if (chosen.length > from + 1) inReadingOrder(chosen, from);
}

function surestFirst(
  spans: readonly Span[],
  preparedOf: (span: Span) => Prepared,
  scene: Scene,
  scorer: Scorer,
): (readonly [Span, Verdict])[] {
  const all = spans.map((span) => [span, choose(preparedOf(span), scene, scorer)] as const);
  const confidence = (verdict: Verdict): number => (verdict.type === 'chosen' ? verdict.chosen.confidence : 0);
  return all.sort(([, one], [, other]) => confidence(other) - confidence(one));
}

/** What was chosen of one clash. */
function inReadingOrder(chosen: Chosen[], from: number): void {
  const last = chosen.splice(from);
  for (const one of last.sort((a, b) => a.span.start - b.span.start)) chosen.push(one);
}

const overlap = (one: Span, other: Span): boolean => one.first <= other.last && other.first <= one.last;

const same = (one: readonly Chosen[], other: readonly Chosen[]): boolean =>
  one.length === other.length &&
  one.every((chosen, at) => chosen.ref === other[at]?.ref && chosen.span === other[at]?.span);
