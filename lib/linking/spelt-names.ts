import { isAllCapitals } from './is-all-capitals';
import type { Reading } from './reading';
import { WORD_MARK } from './word-marks';

/** Shorter initials are those of a person. */
const SHORTEST = 3;
const LONGEST = 6;
/** So many names with the same initials are enough. */
const MOST = 4;

/** Names in these blocks whose initials spell an acronym: "Tokyo Stock Exchange" for "tse". Looked for when first asked. */
export function findSpeltNames(readings: readonly Reading[]): (acronym: string) => readonly string[] {
  let runs: readonly NameRun[] | null = null;
  const known = new Map<string, readonly string[]>();
  return (acronym) => {
    if (acronym.length < SHORTEST || acronym.length > LONGEST) return [];
    const before = known.get(acronym);
    if (before) return before;
    runs ??= readings.flatMap(runsOfNames);
    const found = namesIn(runs, acronym);
    known.set(acronym, found);
    return found;
  };
}

/** Capitalised words in a row, folded, and their initials. */
interface NameRun {
  readonly words: readonly string[];
  readonly initials: string;
}

function namesIn(runs: readonly NameRun[], acronym: string): string[] {
  const names: string[] = [];
  for (const { words, initials } of runs) {
    for (let at = initials.indexOf(acronym); at >= 0 && names.length < MOST; at = initials.indexOf(acronym, at + 1))
      names.push(words.slice(at, at + acronym.length).join(' '));
  }
  return names;
}

function runsOfNames({ words, block, titled }: Reading): NameRun[] {
  const runs: NameRun[] = [];
  if (titled) return runs;
  const run: string[] = [];
  const close = (): void => {
    if (run.length >= SHORTEST) runs.push({ words: [...run], initials: run.map((word) => word[0]).join('') });
    run.length = 0;
  };
  for (const { start, end, folded, marks, capital, joint } of words) {
    if (joint === 'break') close();
    // "The Bank of Oslo and Bergen": small words inside a name have no letter.
    if (!capital && (marks & WORD_MARK.opener) !== 0) continue;
    if (capital && end - start > 1 && !isAllCapitals(block.text, start, end)) run.push(folded);
    else close();
  }
  close();
  return runs;
}
