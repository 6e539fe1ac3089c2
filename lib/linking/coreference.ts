import { type Language, offices as officeWords } from '../language';
import type { Day } from '../time';
import { officeOf, officesHeld } from './offices';
import type { Reading, Word } from './reading';
import type { Chosen } from './scene';
import type { Option, Ref, Shelf } from './shelf';
import { blockOf, makeSpan, placeOf, placeOfSpan, type Span } from './spans';

/** How many blocks back "the militia" may point. */
const BLOCKS_BACK = 2;
/** How many blocks back "the president" may point; an office has fewer holders than a noun has bearers. */
const OFFICE_BLOCKS_BACK = 5;
/** Words from the end of a name to a noun that only explains it. */
const APPOSITION_WORDS = 2;
const NOUN_CONFIDENCE = 0.72;
const OFFICE_CONFIDENCE = 0.8;

/** What pointing back needs to know. `chosen` is in reading order. */
export interface Antecedents {
  readonly readings: readonly Reading[];
  readonly chosen: readonly Chosen[];
  readonly shelf: Shelf;
  readonly day: Day | null;
  /** Places of capitalised names that nobody knows: one of them may be what a noun points to. */
  readonly strangers: readonly number[];
}

/** "The militia", "the general", "the deal": the nearest thing named before that the noun fits, if nothing else may be meant. */
export function resolveNouns(nouns: readonly Span[], antecedents: Antecedents): Chosen[] {
  const { readings, chosen, shelf, strangers } = antecedents;
  const found: Chosen[] = [];
  for (const noun of nouns) {
    const reading = readings[noun.at];
    if (!reading || !isDefinite(reading, noun)) continue;
    // "The country", "the city": every reader knows, and too much may be meant.
    const options = noun.options.filter((option) => shelf.entity(option.ref).kind !== 'place');
    const fits = new Map(options.map((option) => [option.ref, option]));
    const here = placeOfSpan(noun);
    const earliest = placeOf(noun.at - BLOCKS_BACK, 0);
    const kinds = new Set(options.map((option) => shelf.entity(option.ref).kind));
    const nearest = lastWhere(chosen, here, earliest, ({ ref, option }) => fits.has(ref) && option.use !== 'demonym');
    if (!nearest || isApposition(nearest.span, noun)) continue;
    const since = placeOfSpan(nearest.span);
    const named = (one: Chosen): boolean => one.ref !== nearest.ref && one.option.use !== 'demonym';
    const between = lastWhere(chosen, here, since + 1, (one) => named(one) && kinds.has(shelf.entity(one.ref).kind));
    const { at, sentence } = nearest.span;
    const rival = lastWhere(
      chosen,
      here,
      earliest,
      (one) => named(one) && fits.has(one.ref) && one.span.at === at && one.span.sentence === sentence,
    );
    if (between || rival || countBefore(strangers, here) > countBefore(strangers, since + 1)) continue;
    found.push(pointing(noun, nearest.ref, fits.get(nearest.ref) as Option, NOUN_CONFIDENCE));
  }
  return found;
}

/** "The president": the holder of the office on the day, if he alone of all holders is in the story nearby. */
export function resolveOffices(taken: readonly Span[], antecedents: Antecedents): Chosen[] {
  const { readings, chosen, shelf, day } = antecedents;
  const found: Chosen[] = [];
  if (day === null) return found;
  // Reckoned where an office stands; most stories speak of none.
  let holders: ReadonlyMap<Ref, ReadonlySet<string>> | null = null;
  let strangeOffices: ReadonlySet<string> | null = null;
  const occupied = new Set(taken.map((span) => placeOfSpan(span)));
  for (const [at, { words, block, language }] of readings.entries()) {
    for (let word = 1; word < words.length; word++) {
      const article = words[word - 1]?.folded ?? '';
      if (!language.cues.articles.has(article) || words[word]?.joint === 'break') continue;
      const match = officeAt(words, word, language);
      if (!match) continue;
      holders ??= holdersOf(chosen, shelf, day);
      if (holders.size === 0) return found;
      strangeOffices ??= officesOfStrangers(antecedents);
      if (strangeOffices.has(match.office)) continue;
      const next = words[match.last + 1];
      if (goesOn(next, language)) continue;
      if (occupied.has(placeOf(at, word)) || namesHolder(block.text, words, match.last)) continue;
      const span = makeSpan(readings, at, words[word]?.start ?? 0, words[match.last]?.end ?? 0, []);
      const all = [...holders].filter(([, offices]) => offices.has(match.office)).map(([ref]) => ref);
      const here = placeOf(at, word);
      const nearest = lastWhere(chosen, here, placeOf(at - OFFICE_BLOCKS_BACK, 0), ({ ref }) => all.includes(ref));
      if (!span || !nearest) continue;
      // With several holders in the story only one named in this very block is certain.
      if (all.length > 1) {
        const near = new Set(
          chosen.filter((other) => other.span.at === at && placeOfSpan(other.span) < here).map(({ ref }) => ref),
        );
        if (all.filter((ref) => near.has(ref)).length !== 1 || nearest.span.at !== at) continue;
      }
      found.push(pointing(span, nearest.ref, nounOption(nearest.ref), OFFICE_CONFIDENCE));
      word = match.last;
    }
  }
  return found;
}

function isDefinite({ words, block, language }: Reading, noun: Span): boolean {
  if (namesHolder(block.text, words, noun.last)) return false;
  const before = words[noun.first - 1];
  if (!before || words[noun.first]?.joint !== 'space' || !language.cues.pointers.has(before.folded)) return false;
  return !goesOn(words[noun.last + 1], language);
}

/** Does a noun go on with the word behind it, so that it may be another one's? */
const goesOn = (next: Word | undefined, { cues }: Language): boolean =>
  next !== undefined &&
  next.joint !== 'break' &&
  (cues.postmodifiers.has(next.folded) || next.capital || next.joint === 'hyphen');

/** "The prime minister, Mohammed Jalali": who is meant stands right behind it. */
function namesHolder(text: string, words: readonly Word[], last: number): boolean {
  const [noun, next] = [words[last], words[last + 1]];
  return noun !== undefined && next?.capital === true && /^,\s+$/.test(text.slice(noun.end, next.start));
}

/** "The Rome Statute, the treaty behind the court": says what it is, and points to nothing. */
const isApposition = (name: Span, noun: Span): boolean =>
  name.at === noun.at && name.sentence === noun.sentence && noun.first - name.last <= APPOSITION_WORDS;

/** The longest office that stands at a word: "vice president" before "president". */
function officeAt(
  words: readonly Word[],
  first: number,
  { titles }: Language,
): { office: string; last: number } | null {
  const told = (word: Word | undefined): string => (word ? (titles.titleOf(word.folded) ?? word.folded) : '');
  if (!OFFICE_BEGINNINGS.has(told(words[first]).split(' ')[0] ?? '')) return null;
  for (let count = 3; count > 0; count--) {
    const last = first + count - 1;
    const slice = words.slice(first, last + 1);
    if (slice.length < count || slice.slice(1).some((word) => word.joint === 'break')) continue;
    const text = slice.map(told).join(' ');
    if (officeOf(text) === text) return { office: text, last };
  }
  return null;
}

const OFFICE_BEGINNINGS = new Set(officeWords.pointed.map((office) => office.split(' ')[0] ?? ''));

function holdersOf(chosen: readonly Chosen[], shelf: Shelf, day: Day): Map<Ref, Set<string>> {
  const holders = new Map<Ref, Set<string>>();
  for (const ref of new Set(chosen.map((one) => one.ref))) {
    if (shelf.entity(ref).kind !== 'person') continue;
    const held = shelf.offices(ref);
    const offices = officeWords.pointed.filter((office) => officesHeld(held, office, day).length > 0);
    if (offices.length > 0) holders.set(ref, new Set(offices));
  }
  return holders;
}

/** Offices whose title stands before somebody unknown: "the president" may then be that one. */
function officesOfStrangers({ readings, strangers }: Antecedents): Set<string> {
  const offices = new Set<string>();
  for (const place of strangers) {
    const at = blockOf(place);
    const word = place - placeOf(at, 0);
    const { words, language } = readings[at] as Reading;
    if (word === 0 || words[word]?.joint === 'break') continue;
    const told = ({ folded }: Word): string => language.titles.titleOf(folded) ?? folded;
    for (const count of [2, 1]) {
      const before = words.slice(Math.max(0, word - count), word).map(told);
      const office = officeOf(before.join(' '));
      if (office !== null) offices.add(office);
    }
  }
  return offices;
}

/** So many mentions are looked back over at most: a block of 1 MB must not make this a square. */
const LOOK_BACK = 300;

function lastWhere(
  chosen: readonly Chosen[],
  before: number,
  notBefore: number,
  fits: (one: Chosen) => boolean,
): Chosen | undefined {
  let high = chosen.length;
  for (let low = 0; low < high; ) {
    const middle = (low + high) >> 1;
    if (placeOfSpan((chosen[middle] as Chosen).span) < before) low = middle + 1;
    else high = middle;
  }
  for (let at = high - 1; at >= Math.max(0, high - LOOK_BACK); at--) {
    const one = chosen[at] as Chosen;
    if (placeOfSpan(one.span) < notBefore) return undefined;
    if (fits(one)) return one;
  }
  return undefined;
}

/** How many of the ascending places lie before `place`. */
function countBefore(places: readonly number[], place: number): number {
  let low = 0;
  for (let high = places.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

const nounOption = (ref: Ref): Option => ({
  ref,
  prior: 1,
  use: 'noun',
  caseRule: 'any',
  company: [],
  from: null,
  to: null,
  language: null,
  via: 'story',
});

function pointing(span: Span, ref: Ref, option: Option, confidence: number): Chosen {
  return { span, ref, confidence, option, weighed: null };
}
