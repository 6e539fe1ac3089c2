import { firstNotBefore, placeOf, placeOfSpan, type Span } from '../find/spans';
import { countriesOf } from '../known/homes';
import { hasGenericName } from '../known/is-generic';
import type { Ref, Shelf } from '../known/shelf';
import type { StoryMemory } from '../types';
import type { Weighable } from './clue';

export interface Ranked {
  readonly candidate: Weighable;
  readonly score: number;
}

/** Best first: the candidate that was chosen, and the best of the others. */
export type Ranking = readonly [Ranked, ...Ranked[]];

/** All candidates that met their conditions, and the best of each entity. */
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
  /** What it was weighed on; null where it only points back to what is named. */
  readonly weighed: Weighed | null;
}

/** Who is in the story so far as is known; made anew after each round of choosing. */
export interface Scene {
  /** Named in any way, here or in earlier batches of the visit. */
  has(ref: Ref): boolean;
  /** Places of the full names of an entity; empty when it has none in these blocks. */
  fullNames(ref: Ref): readonly number[];
  /** A full name used for it anywhere in the visit, as it stands there. */
  fullForm(ref: Ref): string | null;
  inSentence(span: Span, ref: Ref): boolean;
  /** How many entities of the story are related to this one. */
  relatedTo(ref: Ref): number;
  /** Is it, or something related to it or of this company, named in the same block by other words than these? */
  supportedInBlock(span: Span, ref: Ref, company: readonly Ref[]): boolean;
  mentions(ref: Ref): number;
  /** What the words right before and right behind the span were taken for. */
  before(span: Span): Chosen | null;
  after(span: Span): Chosen | null;
  /** What the words that begin with this one were taken for. */
  startingAt(at: number, word: number): Chosen | null;
  /** Is any place mentioned in these blocks? */
  namesPlace(): boolean;
  /** Of each country, what of the story is at home there. */
  countries(): ReadonlyMap<Ref, AtHome>;
}

/** What of a story is at home in one country. */
export interface AtHome {
  /** By entity how often it is mentioned, at most a few times. */
  readonly mentions: ReadonlyMap<Ref, number>;
  /** The sum of these. */
  readonly total: number;
  /** The states and towns among them. */
  readonly within: readonly Ref[];
}

/** By its number what was found out in a scene is told from what was in an earlier one. */
let scenes = 0;

/** `chosen` in reading order, none within another. */
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
    const place = placeOf(at, word);
    const index = firstNotBefore(places, place);
    return places[index] === place ? (chosen[index] as Chosen) : null;
  };

  /** Where an entity starts in a block. Few blocks and sentences are asked about. */
  const startsInBlock = (at: number): ReadonlyMap<Ref, number> => {
    const known = blocks.get(at);
    if (known) return known;
    const there = new Map<Ref, number>();
    for (let index = firstNotBefore(places, placeOf(at, 0)); chosen[index]?.span.at === at; index++) {
      const { ref, span } = chosen[index] as Chosen;
      there.set(ref, there.has(ref) ? MORE_THAN_ONE : span.start);
    }
    blocks.set(at, there);
    return there;
  };
  const refsInSentence = (span: Span): ReadonlySet<Ref> => {
    const sentence = placeOf(span.at, span.sentence);
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
      const before = chosen[firstNotBefore(places, placeOf(at, first)) - 1];
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

/** "The elder Bush" is no name in full, with which a later "Bush" would go. */
const isDescription = (ref: Ref, span: Span, shelf: Shelf): boolean =>
  shelf.entity(ref).kind === 'person' && /^\p{Ll}/u.test(span.surface);

/** Who is named on and on says little more of where a story is at home. */
const MOST_AT_HOME = 3;

function findAtHome(present: ReadonlyMap<Ref, Presence>, shelf: Shelf): ReadonlyMap<Ref, AtHome> {
  const found = new Map<Ref, { mentions: Map<Ref, number>; total: number; within: Ref[] }>();
  for (const [ref, { count }] of present) {
    const head = shelf.entity(ref);
    const countries = countriesOf(ref, shelf);
    // What lies on a border, and bodies that are taken for one country's because of one another.
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

/** Numbers of 16 bits, which every engine keeps in the array itself. */
const FILTER_SIZE = 64;

/** One mark for many entities: nearly all of the hundreds to which a country is tied are in no story. */
function filterOf(present: Iterable<Ref>): readonly number[] {
  const may = new Array<number>(FILTER_SIZE).fill(0);
  for (const ref of present)
    may[(ref >> 4) & (FILTER_SIZE - 1)] = (may[(ref >> 4) & (FILTER_SIZE - 1)] as number) | (1 << (ref & 15));
  return may;
}

const passes = (may: readonly number[], ref: Ref): boolean =>
  ((may[(ref >> 4) & (FILTER_SIZE - 1)] as number) & (1 << (ref & 15))) !== 0;

/** What is known of an entity that is in the story. */
interface Presence {
  /** Its mentions in these blocks. */
  count: number;
  /** Places of its full names in them. */
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
