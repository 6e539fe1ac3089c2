import { type Chosen, makeScene, type Scene } from '../around/scene';
import type { Scorer } from '../evidence/scorer';
import { placeOfSpan, type Span, wordCount } from '../find/spans';
import type { Shelf } from '../known/shelf';
import type { StoryMemory } from '../types';
import { choose, chooseForNow, type Verdict, weighedOut } from './choose';
import type { Prepared } from './prepare';

/**
 * Full names are settled first; they make the company in which short and contextual forms count, and those may bring
 * in others: so the choice is made again with what the round before found, until nothing changes, at most so often.
 */
const MOST_ROUNDS = 4;

/** `earlier`: what was chosen before some of the spans were put right, which stands for the first round. */
export function chooseInRounds(
  spans: readonly Span[],
  prepare: (place: number) => Prepared,
  scorer: Scorer,
  memory: StoryMemory | null,
  shelf: Shelf,
  earlier: readonly Chosen[],
): { chosen: Chosen[]; scene: Scene } {
  const clashes = findClashes(spans);
  const prepared = new Array<Prepared | null>(spans.length).fill(null);
  const preparedAt = (place: number): Prepared => {
    const known = prepared[place] ?? prepare(place);
    prepared[place] = known;
    return known;
  };
  let scene = makeScene(earlier, memory, shelf);
  let seen = scene;
  let chosen: Chosen[] = [...earlier];
  for (let round = earlier.length === 0 ? 0 : 1; round < MOST_ROUNDS; round++) {
    const before = chosen;
    seen = scene;
    chosen = [];
    for (const clash of clashes) {
      if (typeof clash === 'number') {
        const verdict = chooseForNow(preparedAt(clash), scene, scorer);
        if (verdict.type === 'chosen') chosen.push(verdict.chosen);
      } else for (const one of settle(clash, spans, preparedAt, scene, scorer)) chosen.push(one);
    }
    if (round > 1 && same(before, chosen)) break;
    scene = makeScene(chosen, memory, shelf);
  }
  return { chosen: weighedOut(chosen, seen, scorer), scene };
}

/** Spans that overlap one another, or a chain of them. */
interface Clash {
  readonly places: readonly number[];
  /** The longest, where it overlaps each of the others. */
  readonly over: number | null;
  /** In groups of as many words, longest first; null before that is asked, as it seldom is of a name with pieces of it. */
  groups: readonly (readonly number[])[] | null;
}

/** In reading order; what overlaps nothing is a place alone. */
function findClashes(spans: readonly Span[]): (Clash | number)[] {
  const spanOf = (place: number): Span => spans[place] as Span;
  const starts = spans.map(placeOfSpan);
  const order = spans.map((_, place) => place);
  // Most stories have none that stand out of order.
  if (starts.some((start, place) => place > 0 && start < (starts[place - 1] as number)))
    order.sort((a, b) => (starts[a] as number) - (starts[b] as number) || a - b);
  const clashes: (Clash | number)[] = [];
  for (let from = 0; from < order.length; ) {
    const place = order[from] as number;
    const { at } = spanOf(place);
    let { last } = spanOf(place);
    let to = from + 1;
    for (; to < order.length; to++) {
      const next = spanOf(order[to] as number);
      if (next.at !== at || next.first > last) break;
      last = Math.max(last, next.last);
    }
    clashes.push(to === from + 1 ? place : clashOf(order.slice(from, to), spans));
    from = to;
  }
  return clashes;
}

function clashOf(places: readonly number[], spans: readonly Span[]): Clash {
  let longest = places[0] as number;
  for (const place of places) if (wordCount(spans[place] as Span) > wordCount(spans[longest] as Span)) longest = place;
  const over = spans[longest] as Span;
  const isOver = places.every((place) => {
    const other = spans[place] as Span;
    return place === longest || (wordCount(other) < wordCount(over) && overlap(over, other));
  });
  return { places, over: isOver ? longest : null, groups: null };
}

function byLength(places: readonly number[], spans: readonly Span[]): number[][] {
  const length = (place: number): number => wordCount(spans[place] as Span);
  const groups: number[][] = [];
  let known = 0;
  for (const place of places.toSorted((a, b) => length(b) - length(a) || a - b)) {
    if (length(place) === known) groups.at(-1)?.push(place);
    else groups.push([place]);
    known = length(place);
  }
  return groups;
}

/**
 * Longest match wins, unless its candidates were refused; in doubt about a long name nothing inside it is linked. So what lies in
 * a longer name that was taken is not even looked at.
 */
function settle(
  clash: Clash,
  spans: readonly Span[],
  preparedAt: (place: number) => Prepared,
  scene: Scene,
  scorer: Scorer,
): readonly Chosen[] {
  // Nearly always a name with pieces of it.
  const first = clash.over === null ? null : chooseForNow(preparedAt(clash.over), scene, scorer);
  if (first?.type === 'chosen') return [first.chosen];
  if (first?.type === 'abstained') return NONE;
  const chosen: Chosen[] = [];
  const taken: Span[] = [];
  const isFree = (span: Span): boolean => !taken.some((other) => overlap(span, other));
  const take = ({ span }: Prepared, verdict: Verdict): void => {
    if (verdict.type === 'chosen' || (verdict.type === 'abstained' && span.last > span.first)) taken.push(span);
    if (verdict.type === 'chosen') chosen.push(verdict.chosen);
  };
  clash.groups ??= byLength(clash.places, spans);
  for (const group of clash.groups) {
    const free = group.filter((place) => isFree(spans[place] as Span)).map(preparedAt);
    const [only] = free;
    if (only === undefined) continue;
    if (free.length === 1) take(only, chooseForNow(only, scene, scorer));
    else for (const [one, verdict] of surestFirst(free, scene, scorer)) if (isFree(one.span)) take(one, verdict);
  }
  return chosen.length < 2 ? chosen : chosen.sort((a, b) => a.span.start - b.span.start);
}

const NONE: readonly Chosen[] = [];

function surestFirst(some: readonly Prepared[], scene: Scene, scorer: Scorer): (readonly [Prepared, Verdict])[] {
  const all = some.map((one) => [one, choose(one, scene, scorer)] as const);
  const confidence = (verdict: Verdict): number => (verdict.type === 'chosen' ? verdict.chosen.confidence : 0);
  return all.sort(([, one], [, other]) => confidence(other) - confidence(one));
}

const overlap = (one: Span, other: Span): boolean => one.first <= other.last && other.first <= one.last;

const same = (one: readonly Chosen[], other: readonly Chosen[]): boolean =>
  one.length === other.length &&
  one.every((chosen, at) => chosen.ref === other[at]?.ref && chosen.span === other[at]?.span);
