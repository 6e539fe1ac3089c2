import type { Candidate } from './evidence/clue';
import { countriesOf } from './homes';
import { isGeneric } from './is-generic';
import type { Ref, Shelf } from './shelf';
import { placeOf, placeOfSpan, type Span } from './spans';
import type { StoryMemory } from './types';

/** The candidate that was chosen, the best of the others, and all that met their conditions. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly rival: Candidate | null;
  readonly rivals: readonly Candidate[];
}

/** A span and the entity that it was taken for. */
export interface Chosen {
  readonly span: Span;
  readonly ref: Ref;
  readonly confidence: number;
  readonly option: Span['options'][number];
  /** Other entities that the words could mean, likeliest first. */
  readonly others: readonly Ref[];
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
  /** The places that are mentioned most, at most so many as matter. */
  mainPlaces(): readonly Ref[];
  /** How often the place is mentioned that is mentioned most. */
  mostMentionedPlace(): number;
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

/** Of a story that names more places the others say little. */
const MAIN_PLACES = 8;

export function makeScene(chosen: readonly Chosen[], memory: StoryMemory | null, shelf: Shelf): Scene {
  const present = new Set<Ref>();
  const full = new Map<Ref, number[]>();
  const forms = new Map<Ref, string>();
  const sentences = new Map<number, Set<Ref>>();
  const blocks = new Map<number, Array<{ readonly ref: Ref; readonly start: number }>>();
  const counts = new Map<Ref, number>();
  const starts = new Map<number, Chosen>();
  const ends = new Map<number, Chosen>();
  let main: readonly Ref[] | null = null;
  let mostPlace = 0;
  const related = new Map<Ref, number>();
  let atHome: ReadonlyMap<Ref, AtHome> | null = null;

  for (const [key, { forms: used }] of Object.entries(memory?.named ?? {})) {
    const ref = shelf.find(key);
    if (ref === null) continue;
    present.add(ref);
    const longest = longestOf(used);
    if (longest !== null) forms.set(ref, longest);
  }
  for (const one of chosen) {
    const { span, ref, option } = one;
    starts.set(placeOfSpan(span), one);
    ends.set(placeOf(span.at, span.last), one);
    present.add(ref);
    const times = (counts.get(ref) ?? 0) + 1;
    counts.set(ref, times);
    if (times > mostPlace && shelf.entity(ref).kind === 'place') mostPlace = times;
    const block = blocks.get(span.at);
    if (block) block.push({ ref, start: span.start });
    else blocks.set(span.at, [{ ref, start: span.start }]);
    const sentence = sentenceOf(span);
    const there = sentences.get(sentence);
    if (there) there.add(ref);
    else sentences.set(sentence, new Set([ref]));
    if (option.use !== 'name' || isDescription(one, shelf)) continue;
    const places = full.get(ref);
    if (places) places.push(placeOfSpan(span));
    else full.set(ref, [placeOfSpan(span)]);
    if ((forms.get(ref)?.length ?? 0) < span.surface.length) forms.set(ref, span.surface);
  }

  return {
    has: (ref) => present.has(ref),
    fullNames: (ref) => full.get(ref) ?? [],
    fullForm: (ref) => forms.get(ref) ?? null,
    inSentence: (span, ref) => sentences.get(sentenceOf(span))?.has(ref) === true,
    supportedInBlock(span, ref, company) {
      const friends = new Set([ref, ...company, ...shelf.neighbours(ref)]);
      return (blocks.get(span.at) ?? []).some((other) => other.start !== span.start && friends.has(other.ref));
    },
    mentions: (ref) => counts.get(ref) ?? 0,
    before: (span) => ends.get(placeOf(span.at, span.first - 1)) ?? null,
    mainPlaces() {
      main ??= [...counts]
        .filter(([ref]) => shelf.entity(ref).kind === 'place')
        .sort((one, other) => other[1] - one[1] || one[0] - other[0])
        .slice(0, MAIN_PLACES)
        .map(([ref]) => ref);
      return main;
    },
    startingAt: (at, word) => starts.get(placeOf(at, word)) ?? null,
    after: (span) => starts.get(placeOf(span.at, span.last + 1)) ?? null,
    mostMentionedPlace: () => mostPlace,
    countries() {
      atHome ??= findAtHome(present, counts, shelf);
      return atHome;
    },
    relatedTo(ref) {
      const known = related.get(ref);
      if (known !== undefined) return known;
      let count = 0;
      for (const neighbour of shelf.neighbours(ref)) if (neighbour !== ref && present.has(neighbour)) count += 1;
      related.set(ref, count);
      return count;
    },
  };
}

/** "The elder Bush" is no name in full, with which a later "Bush" would go. */
const isDescription = ({ ref, span }: Chosen, shelf: Shelf): boolean =>
  shelf.entity(ref).kind === 'person' && /^\p{Ll}/u.test(span.surface);

/** Who is named on and on says little more of where a story is at home. */
const MOST_AT_HOME = 3;

function findAtHome(
  present: ReadonlySet<Ref>,
  counts: ReadonlyMap<Ref, number>,
  shelf: Shelf,
): ReadonlyMap<Ref, AtHome> {
  const found = new Map<Ref, { mentions: Map<Ref, number>; total: number; within: Ref[] }>();
  for (const ref of present) {
    const { kind, name } = shelf.entity(ref);
    const countries = countriesOf(ref, shelf);
    // What lies on a border, and bodies that are taken for one country's because of one another.
    const times = isGeneric(kind, name) ? 1 : Math.min(MOST_AT_HOME, counts.get(ref) ?? 1);
    for (const country of countries) {
      const there = found.get(country) ?? { mentions: new Map<Ref, number>(), total: 0, within: [] };
      found.set(country, there);
      there.mentions.set(ref, times);
      there.total += times;
      if (kind === 'place' && ref !== country) there.within.push(ref);
    }
  }
  return found;
}

const sentenceOf = (span: Span): number => placeOf(span.at, span.sentence);

function longestOf(forms: readonly string[]): string | null {
  let longest: string | null = null;
  for (const form of forms) if (form.length > (longest?.length ?? 0)) longest = form;
  return longest;
}
