import { type Language, offices as officeWords } from '../language';
import type { Day } from '../time';
import { officeOf, officesHeld } from './offices';
import type { Reading, Word } from './reading';
import type { Chosen } from './scene';
import type { Option, Ref, Shelf } from './shelf';
import { blockOf, firstNotBefore, makeSpan, placeOf, placeOfSpan, type Span } from './spans';
import { WORD_MARK } from './word-marks';

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

/**
 * "The militia", "the general", "the deal": the nearest thing named before that the noun fits, if nothing else may be meant.
 * Where the story has named several it is the one tied to somebody of the sentence ("Draghi said that the bank"), or the
 * subject of this very paragraph.
 */
export function resolveNouns(
  nouns: readonly Span[],
  mayMean: (option: Option, noun: Span) => boolean,
  antecedents: Antecedents,
): Chosen[] {
  const { readings, chosen, shelf, strangers } = antecedents;
  const found: Chosen[] = [];
  const first = firstPlaces(chosen);
  for (const noun of nouns) {
    const reading = readings[noun.at];
    if (!reading || !isDefinite(reading, noun)) continue;
    const here = placeOfSpan(noun);
    const earliest = placeOf(noun.at - BLOCKS_BACK, 0);
    // Nearly never is anything near that it may mean, and it may mean hundreds of things.
    const meant = refsOf(noun.options);
    if (!lastWhere(chosen, here, earliest, ({ ref }) => meant.has(ref))) continue;
    // "The country", "the city": every reader knows, and too much may be meant.
    const options = noun.options.filter((option) => shelf.entity(option.ref).kind !== 'place' && mayMean(option, noun));
    const fits = new Map(options.map((option) => [option.ref, option]));
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
    const isNamed = (ref: Ref): boolean => (first.get(ref) ?? here) < here;
    const tied = tiedToSpeaker(noun, antecedents, (ref) => fits.has(ref) && isNamed(ref));
    if (tied !== null && !isInSentence(nearest.span, noun)) {
      found.push(pointing(noun, tied, fits.get(tied) as Option, NOUN_CONFIDENCE));
      continue;
    }
    const isOneOfSeveral = options.some(({ ref }) => ref !== nearest.ref && isNamed(ref));
    if (isOneOfSeveral && !(at === noun.at && opensSentence(nearest.span, reading))) continue;
    if (between || rival || firstNotBefore(strangers, here) > firstNotBefore(strangers, since + 1)) continue;
    found.push(pointing(noun, nearest.ref, fits.get(nearest.ref) as Option, NOUN_CONFIDENCE));
  }
  return found;
}

const refs = new WeakMap<readonly Option[], ReadonlySet<Ref>>();

/** What a noun may mean; the same list for all its stands. */
function refsOf(options: readonly Option[]): ReadonlySet<Ref> {
  const known = refs.get(options) ?? new Set(options.map(({ ref }) => ref));
  refs.set(options, known);
  return known;
}

/** Where each is named first, otherwise than by an adjective. */
function firstPlaces(chosen: readonly Chosen[]): Map<Ref, number> {
  const places = new Map<Ref, number>();
  for (const { ref, option, span } of chosen) {
    if (option.use !== 'demonym' && !places.has(ref)) places.set(ref, placeOfSpan(span));
  }
  return places;
}

/** The one thing that fits and is tied to who says so in the sentence of the noun; null where there are none or several. */
function tiedToSpeaker(noun: Span, { chosen, shelf, readings }: Antecedents, fits: (ref: Ref) => boolean): Ref | null {
  let tied: Ref | null = null;
  const last = indexBefore(chosen, placeOfSpan(noun));
  for (let at = last; at > last - SENTENCE_LOOK_BACK && at >= 0; at--) {
    const one = chosen[at] as Chosen;
    if (!isInSentence(one.span, noun)) break;
    const { words, language } = readings[noun.at] as Reading;
    if (!language.cues.speech.has(words[one.span.last + 1]?.folded ?? '')) continue;
    for (const ref of shelf.neighbours(one.ref)) {
      if (ref === tied || !fits(ref)) continue;
      if (tied !== null) return null;
      tied = ref;
    }
  }
  return tied;
}

/** A text without a stop is one sentence. */
const SENTENCE_LOOK_BACK = 20;

const isInSentence = (one: Span, other: Span): boolean => one.at === other.at && one.sentence === other.sentence;

/** Words before a subject: "On Monday the Fed". */
const BEFORE_SUBJECT = 3;

/** Is it likely the subject of its sentence: near the beginning, and not behind a preposition? */
function opensSentence({ first, sentence }: Span, { words, language }: Reading): boolean {
  const { prepositions } = language.persons;
  const before = words[first - 1];
  const noun = language.cues.articles.has(before?.folded ?? '') ? words[first - 2] : before;
  if (noun?.sentence === sentence && prepositions.has(noun.folded)) return false;
  return words[first - BEFORE_SUBJECT - 1]?.sentence !== sentence;
}

/** "The president": the holder of the office on the day, if he alone of all holders is in the story nearby. */
export function resolveOffices(taken: readonly Span[], antecedents: Antecedents): Chosen[] {
  const { readings, chosen, shelf, day } = antecedents;
  const found: Chosen[] = [];
  if (day === null) return found;
  // Reckoned where an office stands; most stories speak of none.
  let holdersOf: ((office: string) => readonly Ref[]) | null = null;
  let strangeOffices: ReadonlySet<string> | null = null;
  let occupied: ReadonlySet<number> | null = null;
  const isTaken = (place: number): boolean => {
    occupied ??= new Set(taken.map(placeOfSpan));
    return occupied.has(place);
  };
  for (const [at, { words, marks, block, language }] of readings.entries()) {
    if ((marks & WORD_MARK.office) === 0) continue;
    for (let word = 1; word < words.length; word++) {
      const { marks, joint } = words[word] as Word;
      if ((marks & WORD_MARK.office) === 0 || joint === 'break') continue;
      if (((words[word - 1] as Word).marks & WORD_MARK.article) === 0) continue;
      if (isDenied(words, word - 1, language)) continue;
      const match = officeAt(words, word);
      if (!match) continue;
      strangeOffices ??= officesOfStrangers(antecedents);
      if (strangeOffices.has(match.office)) continue;
      const next = words[match.last + 1];
      if (goesOn(next, language)) continue;
      if (isTaken(placeOf(at, word)) || namesHolder(block.text, words, match.last)) continue;
      const span = makeSpan(readings, at, words[word]?.start ?? 0, words[match.last]?.end ?? 0, []);
      holdersOf ??= openHolders(chosen, shelf, day);
      const all = holdersOf(match.office);
      const here = placeOf(at, word);
      const nearest = lastWhere(chosen, here, placeOf(at - OFFICE_BLOCKS_BACK, 0), ({ ref }) => all.includes(ref));
      if (!span || !nearest) continue;
      // With several holders in the story only one named in this very block is certain.
      if (all.length > 1) {
        const near = new Set(
          chosen.filter((other) => other.span.at === at && placeOfSpan(other.span) < here).map(({ ref }) => ref),
        );
        if (all.filter((ref) => near.has(ref)).length !== 1) continue;
      }
      found.push(pointing(span, nearest.ref, nounOption(nearest.ref), OFFICE_CONFIDENCE));
      word = match.last;
    }
  }
  return found;
}

function isDefinite({ words, block, language }: Reading, noun: Span): boolean {
  const before = words[noun.first - 1];
  if (!before || words[noun.first]?.joint !== 'space' || !language.cues.pointers.has(before.folded)) return false;
  if (isDenied(words, noun.first - 1, language) || namesHolder(block.text, words, noun.last)) return false;
  return !goesOn(words[noun.last + 1], language);
}

/** "I'm not the president". */
const isDenied = (words: readonly Word[], article: number, { persons }: Language): boolean =>
  persons.negations.has(words[article - 1]?.folded ?? '');

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
function officeAt(words: readonly Word[], first: number): { office: string; last: number } | null {
  let found: { office: string; last: number } | null = null;
  let office = '';
  for (let last = first; last < first + LONGEST_OFFICE; last++) {
    const word = words[last];
    if (word === undefined || (last > first && word.joint === 'break')) break;
    office = last === first ? toldAs(word) : `${office} ${toldAs(word)}`;
    if (OFFICES.has(office)) found = { office, last };
  }
  return found;
}

const LONGEST_OFFICE = 3;
/** Those that a title of these very words names. */
const OFFICES: ReadonlySet<string> = new Set(officeWords.named.filter((office) => officeOf(office) === office));

const toldAs = ({ traits }: Word): string => traits.title ?? traits.folded;

const POINTED: ReadonlySet<string> = new Set(officeWords.pointed);

/** Of the people who were named those who held an office on the day. */
function openHolders(chosen: readonly Chosen[], shelf: Shelf, day: Day): (office: string) => readonly Ref[] {
  const people = [...new Set(chosen.map((one) => one.ref))].filter((ref) => shelf.entity(ref).kind === 'person');
  const known = new Map<string, readonly Ref[]>();
  return (office) => {
    if (!POINTED.has(office)) return [];
    const before = known.get(office);
    if (before) return before;
    const holders = people.filter((ref) => officesHeld(shelf.offices(ref), office, day).length > 0);
    known.set(office, holders);
    return holders;
  };
}

/** Offices whose title stands before somebody unknown: "the president" may then be that one. */
function officesOfStrangers({ readings, strangers }: Antecedents): Set<string> {
  const offices = new Set<string>();
  for (const place of strangers) {
    const at = blockOf(place);
    const word = place - placeOf(at, 0);
    const { words } = readings[at] as Reading;
    if (word === 0 || words[word]?.joint === 'break' || !mayEndOffice(words[word - 1] as Word)) continue;
    for (const count of [2, 1]) {
      const before = words.slice(Math.max(0, word - count), word).map(toldAs);
      const office = officeOf(before.join(' '));
      if (office !== null) offices.add(office);
    }
  }
  return offices;
}

const OFFICE_ENDS = new Set(officeWords.named.map(lastWord));

/** Nearly no word before a name does. */
function mayEndOffice(word: Word): boolean {
  const last = lastWord(toldAs(word));
  return OFFICE_ENDS.has(last) || officeWords.qualifiers.has(last);
}

function lastWord(words: string): string {
  return words.slice(words.lastIndexOf(' ') + 1);
}

/** So many mentions are looked back over at most: a block of 1 MB must not make this a square. */
const LOOK_BACK = 300;

function lastWhere(
  chosen: readonly Chosen[],
  before: number,
  notBefore: number,
  fits: (one: Chosen) => boolean,
): Chosen | undefined {
  const last = indexBefore(chosen, before);
  for (let at = last; at >= Math.max(0, last + 1 - LOOK_BACK); at--) {
    const one = chosen[at] as Chosen;
    if (placeOfSpan(one.span) < notBefore) return undefined;
    if (fits(one)) return one;
  }
  return undefined;
}

/** Index of the last mention before a place, or -1. */
function indexBefore(chosen: readonly Chosen[], place: number): number {
  let high = chosen.length;
  for (let low = 0; low < high; ) {
    const middle = (low + high) >> 1;
    if (placeOfSpan((chosen[middle] as Chosen).span) < place) low = middle + 1;
    else high = middle;
  }
  return high - 1;
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
