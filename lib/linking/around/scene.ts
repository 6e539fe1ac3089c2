import { firstNotBefore, orderOf, placeOfSpan, type Span } from '../find/spans';
import { countriesOf } from '../known/homes';
import { hasGenericName } from '../known/is-generic';
import type { Ref, Shelf } from '../known/shelf';
import type { StoryMemory } from '../types';
import type { Weighable } from './clue';

export interface Ranked {
  readonly candidate: Weighable;
  readonly score: number;
}

/** Best first: the chosen candidate, then the best of the others. */
export type Ranking = readonly [Ranked, ...Ranked[]];

/** All candidates that met their conditions, reduced to the best form of each entity. */
interface Weighed {
  readonly rivals: readonly Weighable[];
  readonly ranked: Ranking;
}

/** A span and the entity that it was taken for. */
export interface Chosen {
  readonly span: Span;
  readonly ref: Ref;
  readonly confidence: number;
  readonly option: Span['options'][number];
  /** What the decision rests on; null for a mention that only points back. */
  readonly weighed: Weighed | null;
}

/** Who is known to be in the story so far; rebuilt after each round of choosing. */
export interface Scene {
  /** Is it named in any way, here or in earlier batches of the visit? */
  has(ref: Ref): boolean;
  /** Where its full name stands in these blocks; may be empty. */
  fullNames(ref: Ref): readonly number[];
  /** A full name used for it anywhere in the visit, as written. */
  fullForm(ref: Ref): string | null;
  inSentence(span: Span, ref: Ref): boolean;
  /** How many entities of the story are related to it. */
  relatedTo(ref: Ref): number;
  /** Do other words in the same block name it, something related to it, or its company? */
  supportedInBlock(span: Span, ref: Ref, company: readonly Ref[]): boolean;
  mentions(ref: Ref): number;
  /** What the words right before the span were taken for. */
  before(span: Span): Chosen | null;
  after(span: Span): Chosen | null;
  /** What the words starting at this one were taken for. */
  startingAt(at: number, word: number): Chosen | null;
  /** Is any place mentioned in these blocks? */
  namesPlace(): boolean;
  /** For each country, what in the story is at home there. */
  countries(): ReadonlyMap<Ref, AtHome>;
}

/** What in a story is at home in one country. */
export interface AtHome {
  /** Mentions by entity, capped at a few. */
  readonly mentions: ReadonlyMap<Ref, number>;
  /** Sum of the mentions. */
  readonly total: number;
  /** The states and towns among them. */
  readonly within: readonly Ref[];
}

/** Tells what was found out in this scene from what was found out in an earlier one. */
let scenes = 0;

/** `chosen` is in reading order, without overlaps. */
export function makeScene(chosen: readonly Chosen[], memory: StoryMemory | null, shelf: Shelf): Scene {
  const present = new Map<Ref, Presence>();
  const places: number[] = [];
  let may: readonly number[] | null = null;
  const blocks = new Map<number, ReadonlyMap<Ref, number>>();
  const sentences = new Map<number, ReadonlySet<Ref>>();
  let hasPlace: boolean | null = null;
  const number = ++scenes;
  let atHome: ReadonlyMap<Ref, AtHome> | null = null;

  for (const [key, { forms: used }] of Object.entries(memory?.named ?? {})) {
    const ref = shelf.find(key);
    if (ref === null) continue;
    present.set(ref, { count: 0, full: NOWHERE, form: longestOf(used) });
  }
  for (const { span, ref, option } of chosen) {
    const place = placeOfSpan(span);
    places.push(place);
    let one = present.get(ref);
    if (one === undefined) {
      one = { count: 0, full: NOWHERE, form: null };
      present.set(ref, one);
    }
    one.count += 1;
    if (option.use !== 'name' || isDescription(ref, span, shelf)) continue;
    if (one.full === NOWHERE) one.full = [place];
    else one.full.push(place);
    if ((one.form?.length ?? 0) < span.surface.length) one.form = span.surface;
  }

  const startingAt = (at: number, word: number): Chosen | null => {
    const place = orderOf(at, word);
    const index = firstNotBefore(places, place);
    return places[index] === place ? (chosen[index] as Chosen) : null;
  };

  /** Where an entity starts in a block. Computed on demand: few blocks are asked about. */
  const startsInBlock = (at: number): ReadonlyMap<Ref, number> => {
    const known = blocks.get(at);
    if (known) return known;
    const there = new Map<Ref, number>();
    for (let index = firstNotBefore(places, orderOf(at, 0)); chosen[index]?.span.at === at; index++) {
      const { ref, span } = chosen[index] as Chosen;
      there.set(ref, there.has(ref) ? MORE_THAN_ONE : span.start);
    }
    blocks.set(at, there);
    return there;
  };
  const refsInSentence = (span: Span): ReadonlySet<Ref> => {
    const sentence = orderOf(span.at, span.sentence);
    const known = sentences.get(sentence);
    if (known) return known;
    const isIn = (one: Chosen | undefined): boolean => one?.span.at === span.at && one.span.sentence === span.sentence;
    let first = firstNotBefore(places, placeOfSpan(span));
    while (isIn(chosen[first - 1])) first -= 1;
    const there = new Set<Ref>();
    for (let index = first; isIn(chosen[index]); index++) there.add((chosen[index] as Chosen).ref);
    sentences.set(sentence, there);
    return there;
  };

  return {
    has: (ref) => present.has(ref),
    fullNames: (ref) => present.get(ref)?.full ?? NOWHERE,
    fullForm: (ref) => present.get(ref)?.form ?? null,
    inSentence: (span, ref) => refsInSentence(span).has(ref),
    supportedInBlock(span, ref, company) {
      const there = startsInBlock(span.at);
      if (there.size === 0) return false;
      const elsewhere = (friend: Ref): boolean => {
        const start = there.get(friend);
        return start !== undefined && start !== span.start;
      };
      return elsewhere(ref) || company.some(elsewhere) || shelf.neighbours(ref).some(elsewhere);
    },
    mentions: (ref) => present.get(ref)?.count ?? 0,
    before({ at, first }) {
      const before = chosen[firstNotBefore(places, orderOf(at, first)) - 1];
      return before?.span.at === at && before.span.last === first - 1 ? before : null;
    },
    namesPlace() {
      hasPlace ??= chosen.some(({ ref }) => shelf.entity(ref).kind === 'place');
      return hasPlace;
    },
    startingAt,
    after: (span) => startingAt(span.at, span.last + 1),
    countries() {
      atHome ??= findAtHome(present, shelf);
      return atHome;
    },
    relatedTo(ref) {
      const notes = shelf.notes(ref);
      if (notes.scene === number) return notes.related;
      may ??= filterOf(present.keys());
      let count = 0;
      for (const neighbour of shelf.neighbours(ref))
        if (passes(may, neighbour) && neighbour !== ref && present.has(neighbour)) count += 1;
      notes.scene = number;
      notes.related = count;
      return count;
    },
  };
}

/** "The elder Bush" is no full name that a later "Bush" could refer to. */
const isDescription = (ref: Ref, span: Span, shelf: Shelf): boolean =>
  shelf.entity(ref).kind === 'person' && /^\p{Ll}/u.test(span.surface);

/** Naming one entity over and over says little more about where a story is at home. */
const MOST_AT_HOME = 3;

function findAtHome(present: ReadonlyMap<Ref, Presence>, shelf: Shelf): ReadonlyMap<Ref, AtHome> {
  const found = new Map<Ref, { mentions: Map<Ref, number>; total: number; within: Ref[] }>();
  for (const [ref, { count }] of present) {
    const head = shelf.entity(ref);
    const countries = countriesOf(ref, shelf);
    // What lies on a border counts once, and so do bodies that are assigned to one country because of each other.
    const times = hasGenericName(head) ? 1 : Math.min(MOST_AT_HOME, count || 1);
    for (const country of countries) {
      const there = found.get(country) ?? { mentions: new Map<Ref, number>(), total: 0, within: [] };
      found.set(country, there);
      there.mentions.set(ref, times);
      there.total += times;
      if (head.kind === 'place' && ref !== country) there.within.push(ref);
    }
  }
  return found;
}

/** Small integers, which every engine stores inside the array. */
const FILTER_SIZE = 64;

/** One bit for many entities: most of the hundreds tied to a country are not in the story. */
function filterOf(present: Iterable<Ref>): readonly number[] {
  const may = new Array<number>(FILTER_SIZE).fill(0);
  for (const ref of present)
    may[(ref >> 4) & (FILTER_SIZE - 1)] = (may[(ref >> 4) & (FILTER_SIZE - 1)] as number) | (1 << (ref & 15));
  return may;
}

const passes = (may: readonly number[], ref: Ref): boolean =>
  ((may[(ref >> 4) & (FILTER_SIZE - 1)] as number) & (1 << (ref & 15))) !== 0;

/** What is known about an entity in the story. */
interface Presence {
  /** Its mentions in these blocks. */
  count: number;
  /** Where its full names stand in these blocks. */
  full: number[];
  /** The longest full name used for it in the visit. */
  form: string | null;
}

/** Never written to. */
const NOWHERE: number[] = [];

const MORE_THAN_ONE = -1;

function longestOf(forms: readonly string[]): string | null {
  let longest: string | null = null;
  for (const form of forms) if (form.length > (longest?.length ?? 0)) longest = form;
  return longest;
}
