import { type Chosen, makeScene, type Scene } from '../around/scene';
import type { Scorer } from '../evidence/scorer';
import { placeOfSpan, type Span, wordCount } from '../find/spans';
import type { Shelf } from '../known/shelf';
import type { StoryMemory } from '../types';
import { choose, chooseForNow, type Verdict, weighedOut } from './choose';
import type { Prepared } from './prepare';

/**
 * Full names are settled first. They are the company that short and contextual forms need, and those may bring in
 * others. So the choice is repeated with what the last round found, until nothing changes, at most this often.
 */
const MOST_ROUNDS = 4;

/** `earlier`: what was chosen before some spans were corrected; the starting point of the first round. */
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

/** A group of spans that overlap, directly or through one another. */
interface Clash {
  readonly places: readonly number[];
  /** The longest, if it overlaps all the others. */
  readonly over: number | null;
  /** Grouped by number of words, longest first. Null until asked for, which is rare for a name and pieces of it. */
  groups: readonly (readonly number[])[] | null;
}

/** In reading order; a span without overlaps is a plain number. */
function findClashes(spans: readonly Span[]): (Clash | number)[] {
  const spanOf = (place: number): Span => spans[place] as Span;
  const starts = spans.map(placeOfSpan);
  const order = spans.map((_, place) => place);
  // In most stories all are in order.
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
 * The longest match wins unless its candidates were refused. If a long name is in doubt, nothing inside it is linked,
 * so spans inside a longer accepted name are skipped.
 */
function settle(
  clash: Clash,
  spans: readonly Span[],
  preparedAt: (place: number) => Prepared,
  scene: Scene,
  scorer: Scorer,
): readonly Chosen[] {
  // Nearly always a name with pieces of itself.
  const first = clash.over === null ? null : chooseForNow(preparedAt(clash.over), scene, scorer);
  if (first?.type === 'chosen') return [first.chosen];
  if (first?.type === 'abstained') return NONE;
  const chosen: Chosen[] = [];
  const taken: Span[] = [];
  const isFree = (span: Span): boolean => !taken.some((other) => overlap(span, other));
  const take = ({ span }: Prepared, verdict: Verdict): void => {
    if (verdict.type !== 'refused') taken.push(span);
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
