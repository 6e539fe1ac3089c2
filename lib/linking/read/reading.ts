import type { Language } from '../../language';
import { firstWhere } from '../../lists';
import { createWordScan, isCapital, sentences, unitAt } from '../../text';
import type { Block } from '../types';
import type { WordMarks } from './word-marks';
import { traitsIn, type WordTraits } from './word-traits';

/**
 * One block split into words, with sentence starts and whether its capitals mean anything. Invariant: words are in
 * order and do not overlap; offsets are UTF-16 units of `block.text`.
 */
export interface Reading {
  readonly block: Block;
  readonly language: Language;
  readonly words: readonly Word[];
  /** The marks of all words together: most blocks lack most marks and can be skipped. */
  readonly marks: WordMarks;
  /** Stem of each word; `NO_STEM` if it has none. */
  readonly stems: readonly number[];
  readonly hyphenated: boolean;
  /** Every longer word is capitalised (title case or shouting), so capitals prove no name. */
  readonly titled: boolean;
  readonly shouted: boolean;
}

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly traits: WordTraits;
  /** Copied from the traits: reading it from the word is faster. */
  readonly marks: WordMarks;
  readonly capital: boolean;
  readonly sentence: number;
  /** First in its sentence, quotation or clause: its capital proves no name. */
  readonly initial: boolean;
  /** How it is joined to the word before. */
  readonly joint: Joint;
}

export const NO_STEM = -1;

type Joint = 'space' | 'hyphen' | 'break';

const SPACE = 0x20;
const COMMA = 0x2c;
const STOP = 0x2e;
const HYPHEN = /^[-\u2010\u2011]$/;
/** Between two thoughts or after a dateline: "LONDON - Thousands". */
const SPACED_DASH = /\s[-‐–—]+\s|[–—]|\//;
const OPENING = /["“„«'‘([]$|[:•–—]\s*$|\n/;

/** Headlines have none; a sentence full of names does. */
const FULL_STOP = /\.["”’')\]]*\s*$/;

/** Share of the longer words that must have a capital for a line to count as title case. */
const TITLED_SHARE = 0.7;
/** In letters: words from this length on are capitalised in title case. */
const LONGER = 4;
/** A list has at least so many parts, each no longer than a name, optionally after a colon. */
const FEWEST_LISTED = 3;
const LONGEST_LISTED = 4;
/** Fewer longer words do not show the style of the line. */
const FEWEST_LONGER = 3;

const scan = createWordScan();

export function readBlock(block: Block, language: Language): Reading {
  const { text } = block;
  const bounds = sentences(text, language.sentences);
  const words: Word[] = [];
  const traitsOf = traitsIn(language);
  scan.abbreviations = language.sentences.abbreviations;
  const stems: number[] = [];
  let marks = 0;
  let hyphenated = false;
  let sentence = 0;
  let last = -1;
  let behind = 0;
  let longer = 0;
  let capitals = 0;
  let shouts = 0;
  for (let from = 0; scan.next(text, from); from = scan.resume) {
    const { start, end } = scan;
    while (sentence + 1 < bounds.length && start >= (bounds[sentence]?.[1] ?? 0)) sentence += 1;
    const begins = sentence !== last;
    const capital = isCapital(unitAt(text, start));
    // Usually what stands between two words needs no analysis.
    const gap = isPlainGap(text, behind, start) ? '' : text.slice(behind, start);
    const dashed = gap.length > 0 && SPACED_DASH.test(gap);
    const traits = traitsOf(scan, text);
    const joint: Joint =
      begins || scan.join !== 'gap' || dashed ? 'break' : gap.length === 1 && HYPHEN.test(gap) ? 'hyphen' : 'space';
    hyphenated ||= joint === 'hyphen';
    marks |= traits.marks;
    stems.push(traits.stem ?? NO_STEM);
    words.push({
      start,
      end,
      folded: traits.folded,
      traits,
      marks: traits.marks,
      capital,
      sentence,
      initial: begins || (gap.length > 1 && (dashed || OPENING.test(gap))),
      joint,
    });
    if (end - start >= LONGER) {
      longer += 1;
      if (capital) capitals += 1;
      if (capital && isCapital(unitAt(text, start + 1)) && isCapital(unitAt(text, start + 2))) shouts += 1;
    }
    last = sentence;
    behind = end;
  }
  const enough = longer >= FEWEST_LONGER;
  const shouted = enough && shouts >= longer * TITLED_SHARE;
  return {
    block,
    language,
    words,
    marks,
    stems,
    hyphenated,
    titled:
      enough &&
      (shouted ||
        (language.capitals.inHeadlines &&
          capitals >= longer * TITLED_SHARE &&
          !FULL_STOP.test(text) &&
          !namesPeople(text, language))),
    shouted,
  };
}

/** Is the gap one space, or a comma or full stop and a space? */
function isPlainGap(text: string, from: number, to: number): boolean {
  if (to - from > 2 || to === from || unitAt(text, to - 1) !== SPACE) return false;
  const first = unitAt(text, from);
  return to - from === 1 || first === COMMA || first === STOP;
}

/**
 * "Jan Michelson, Chad Olsen and David Oman", "Reporting by Jan Michelson": all capitals, but because they are names.
 */
function namesPeople(text: string, { cues, persons }: Language): boolean {
  if (persons.bylines.test(text)) return true;
  const parts = text.split(/[,;]\s/).flatMap((part) => {
    const words = part.trim().split(/\s+/);
    const at = words.findIndex((word) => cues.and.has(word));
    return at < 0 ? [words.length] : [at, words.length - at - 1];
  });
  return parts.length >= FEWEST_LISTED && parts.every((words) => words <= LONGEST_LISTED);
}

/** Index of the word that contains or follows `offset`. */
export const wordAt = ({ words }: Reading, offset: number): number =>
  firstWhere(words.length, (index) => words[index]!.end > offset);
