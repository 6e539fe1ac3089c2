import { foldText } from '../../text';
import type { Chosen } from '../around/scene';
import { makeSpan, orderOf, placeOfSpan, type Span } from '../find/spans';
import { capitalRuns } from '../find/spellings';
import { foldedName } from '../known/folded-name';
import type { Ref, Shelf } from '../known/shelf';
import { storyOption } from '../known/story-option';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';
import type { StoryMemory } from '../types';

const CONFIDENCE = 0.85;
/** "Al", "Jo": too short to be sure of. */
const SHORTEST = 3;
/** In characters, behind the name: enough to tell whether it introduces someone. */
const LONGEST_INTRODUCTION = 12;

export interface FullNames {
  readonly readings: readonly Reading[];
  readonly chosen: readonly Chosen[];
  /** Every possible meaning of any words. */
  readonly spans: readonly Span[];
  readonly shelf: Shelf;
  readonly memory: StoryMemory | null;
}

interface Bearer {
  readonly ref: Ref;
  /** Where the full name first stands. */
  readonly since: number;
}

/**
 * "Bashar al-Assad … Bashar": the given name alone of someone the story has named in full, if no one else in it, known
 * or not, has it as any part of a name.
 */
export function resolveGivenNames(story: FullNames): Chosen[] {
  const bearers = givenNames(story);
  if (bearers.size === 0) return [];
  const { readings, chosen } = story;
  let links: ReadonlyMap<number, Ref> | null = null;
  const linked = (at: number, word: number): Ref | undefined => {
    links ??= byWord(chosen);
    return links.get(orderOf(at, word));
  };
  const found: Array<{ readonly span: Span; readonly given: string }> = [];
  const shared = new Set<string>();
  for (const [at, reading] of readings.entries()) {
    if (!reading.words.some((word) => mayBeInRun(word) && bearers.has(word.folded))) continue;
    for (const [from, to] of capitalRuns(reading, undefined)) {
      for (let word = from; word <= to; word++) {
        const { folded, start, end } = reading.words[word] as Reading['words'][number];
        const bearer = bearers.get(folded);
        if (!bearer) continue;
        const link = linked(at, word);
        if (link === bearer.ref) continue;
        if (from !== to || link !== undefined) shared.add(folded);
        else if (!reading.titled && orderOf(at, word) > bearer.since && standsAlone(word, reading)) {
          const span = makeSpan(readings, at, start, end, []);
          if (span) found.push({ span, given: folded });
        }
      }
    }
  }
  if (found.length === 0) return [];
  for (const span of story.spans) if (namesOther(span, story.shelf)) shared.add(span.folded);
  return found
    .filter(({ given }) => !shared.has(given))
    .map(({ span, given }) => pointing(span, (bearers.get(given) as Bearer).ref));
}

/** Words that can be in no run of capitals need no look-up. */
const mayBeInRun = ({ capital, marks }: Word): boolean => capital || (marks & WORD_MARK.particle) !== 0;

/** What each word, alone or with others, was taken for. */
function byWord(chosen: readonly Chosen[]): Map<number, Ref> {
  const words = new Map<number, Ref>();
  for (const { span, ref } of chosen)
    for (let word = span.first; word <= span.last; word++) words.set(orderOf(span.at, word), ref);
  return words;
}

/** Given names of people named in full, if only one of them bears it. */
function givenNames({ chosen, shelf, memory }: FullNames): Map<string, Bearer> {
  const bearers = new Map<string, Bearer | null>();
  /** Caches the last folded form: most people are always called the same. */
  const last = new Map<Ref, string>();
  const put = (ref: Ref, full: string, since: number): void => {
    if (last.get(ref) === full) return;
    last.set(ref, full);
    const length = full.indexOf(' ');
    const given = full.slice(0, length);
    if (length < SHORTEST || !`${foldedName(shelf.entity(ref))} `.startsWith(`${given} `)) return;
    const known = bearers.get(given);
    if (known === undefined) bearers.set(given, { ref, since });
    else if (known?.ref !== ref) bearers.set(given, null);
  };
  for (const [key, { forms }] of Object.entries(memory?.named ?? {})) {
    const ref = shelf.find(key);
    if (ref !== null && shelf.entity(ref).kind === 'person') for (const form of forms) put(ref, foldText(form), -1);
  }
  for (const { ref, option, span } of chosen) {
    if (option.use === 'name' && shelf.entity(ref).kind === 'person') put(ref, span.folded, placeOfSpan(span));
  }
  return new Map([...bearers].filter((one): one is [string, Bearer] => one[1] !== null));
}

function standsAlone(at: number, { words, block, language }: Reading): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!word || next?.joint === 'hyphen' || word.joint === 'hyphen') return false;
  // "Mark" at the start of a sentence may be a verb.
  if (word.initial && language.names.ordinary.has(word.folded)) return false;
  if (
    before &&
    word.joint !== 'break' &&
    (language.cues.kin.has(before.folded) ||
      language.cues.naming.has(before.folded) ||
      (language.titles.titleOf(before.folded) !== null && !language.names.openers.has(before.folded)))
  )
    return false;
  return !language.persons.introduced.test(block.text.slice(word.end, word.end + LONGEST_INTRODUCTION));
}

/**
 * May it, on its own, name something other than a person? A town that needs company is no rival for someone just named.
 */
const namesOther = ({ options }: Span, shelf: Shelf): boolean =>
  options.some(({ ref, use }) => (use === 'name' || use === 'demonym') && shelf.entity(ref).kind !== 'person');

const pointing = (span: Span, ref: Ref): Chosen => ({
  span,
  ref,
  confidence: CONFIDENCE,
  option: storyOption(ref, 'short', 'initial'),
  weighed: null,
});
