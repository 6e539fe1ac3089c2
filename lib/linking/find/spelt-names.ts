import { isAllCapitals } from '../read/is-all-capitals';
import type { Reading } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';

/** Two initials are more likely a person's. */
const SHORTEST = 3;
const LONGEST = 6;
/** No need for more names with the same initials. */
const MOST = 4;

/** Names in these blocks whose initials spell an acronym: "Tokyo Stock Exchange" for "tse". Computed on first use. */
export function findSpeltNames(readings: readonly Reading[]): (acronym: string) => readonly string[] {
  let names: Capitalised | null = null;
  const known = new Map<string, readonly string[]>();
  return (acronym) => {
    if (acronym.length < SHORTEST || acronym.length > LONGEST) return [];
    const before = known.get(acronym);
    if (before) return before;
    names ??= readCapitalised(readings);
    const found = namesIn(names, acronym);
    known.set(acronym, found);
    return found;
  };
}

/** The capitalised words of a story in runs, with a gap after each run. */
interface Capitalised {
  /** Folded first letters. */
  readonly initials: readonly number[];
  readonly words: readonly string[];
}

const GAP = 0;

function namesIn({ initials, words }: Capitalised, acronym: string): string[] {
  const names: string[] = [];
  const isSpeltAt = (at: number): boolean => {
    for (let letter = 0; letter < acronym.length; letter++)
      if (initials[at + letter] !== acronym.charCodeAt(letter)) return false;
    return true;
  };
  for (let at = 0; at + acronym.length <= initials.length && names.length < MOST; at++)
    if (isSpeltAt(at)) names.push(words.slice(at, at + acronym.length).join(' '));
  return names;
}

function readCapitalised(readings: readonly Reading[]): Capitalised {
  const initials: number[] = [];
  const names: string[] = [];
  const close = (): void => {
    if (initials.length === 0 || initials[initials.length - 1] === GAP) return;
    initials.push(GAP);
    names.push('');
  };
  for (const { words, block, titled } of readings) {
    if (titled) continue;
    for (const { start, end, folded, marks, capital, joint } of words) {
      if (joint === 'break') close();
      // "The Bank of Oslo and Bergen": small words inside a name give no letter.
      if (!capital && (marks & WORD_MARK.opener) !== 0) continue;
      if (capital && end - start > 1 && !isAllCapitals(block.text, start, end)) {
        initials.push(folded.charCodeAt(0));
        names.push(folded);
      } else close();
    }
    close();
  }
  return { initials, words: names };
}
