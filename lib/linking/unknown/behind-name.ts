import { rolesOf } from '../../language';
import { appositionAt, headOf, isClause, isInClause, passageEnd } from '../around/apposition';
import { isNumber } from '../around/is-number';
import { kindFrom, roleOf, rolesIn } from '../around/phrases';
import { type Reading, type Word, wordAt } from '../read/reading';
import { acronymBehind } from './acronyms';
import type { NameClue, Occurrence } from './sighting';

const AGE = /^, (?:aged )?(1?\d{1,2})(?=[,.;:)]|\s[—–]|\s(?:and|und)\s|$)/;
const NEXT = /^,\s/;
const BRACKET = /^\s\(([^()]{1,60})\)/;

/**
 * What stands behind a name and describes it: ", the commerce secretary,", ", who runs a mill,", "(Greens)", ", 34,".
 */
export function cluesBehind(sighting: Occurrence, reading: Reading): NameClue[] {
  const { first, last, end } = sighting;
  const { text } = reading.block;
  const clues: NameClue[] = [];
  let behind = end;
  const bracket = BRACKET.exec(text.slice(behind, behind + 64));
  if (bracket) {
    const clue = isAcronymOf(sighting, reading) ? null : inBrackets(bracket[1] as string, behind + 2, reading);
    if (clue) clues.push(clue);
    behind += bracket[0].length;
  }
  const age = AGE.exec(text.slice(behind, behind + 16));
  if (age) {
    clues.push({ by: 'apposition', span: null, roles: [], kind: 'person' });
    behind += age[0].length;
  }
  if (!NEXT.test(text.slice(behind, behind + 2))) {
    const what = age || bracket ? null : isWhat(last, reading);
    if (what) clues.push(what);
    return clues;
  }
  const at = wordAt(reading, behind + 1);
  const word = reading.words[at];
  if (word === undefined || word.sentence !== reading.words[last]?.sentence) return clues;
  const told = appositionAt(at, isInClause(first, reading), reading);
  const clue: NameClue | null = told ? { by: 'apposition', ...told } : relative(at, sighting, reading);
  if (clue) clues.push(clue);
  return clues;
}

const isAcronymOf = (sighting: Occurrence, reading: Reading): boolean => acronymBehind(sighting, reading) !== null;

/** "X (Greens)", "X (34)"; not acronyms, which are handled separately, nor where to look in a picture. */
function inBrackets(inner: string, start: number, { language, words, block }: Reading): NameClue | null {
  if (isNumber(inner)) return { by: 'apposition', span: null, roles: [], kind: 'person' };
  if (/[\d:/]|https?/.test(inner) && !language.persons.standsFor.test(` (${inner})`)) return null;
  const at = wordAt({ words, block, language } as Reading, start);
  const word = words[at];
  if (word === undefined || word.start !== start || rolesOf(language).pointers.has(word.folded)) return null;
  if (language.names.openers.has(word.folded)) return null;
  if (!word.capital && roleOf(word, { language } as Reading) === null) return null;
  return { by: 'apposition', span: [start, start + inner.length], roles: [], kind: null };
}

/** ", who runs a mill,". */
function relative(at: number, { first, last }: Occurrence, reading: Reading): NameClue | null {
  const { words, language } = reading;
  const word = words[at] as Word;
  const kind = rolesOf(language).relatives.get(word.folded);
  if (kind === undefined) return null;
  // "Jun Watanabe of the Kuramoto Hospital, who": means the person.
  const own = rolesOf(language).inNames.get((words[last] as Word).folded);
  if (kind === 'person' && last > first && (own === 'body' || own === 'place')) return null;
  const end = passageEnd(at, at + 1, reading);
  if (end === null) return null;
  if (!language.capitals.meanNames && !isClause(at, reading)) return null;
  return { by: 'apposition', span: [word.start, end], roles: [], kind };
}

/** "X is a maker of drones": tells what it is without a passage to quote. */
function isWhat(last: number, reading: Reading): NameClue | null {
  const { words, language } = reading;
  const [is, article] = [words[last + 1], words[last + 2]];
  if (is === undefined || article === undefined || is.joint !== 'space') return null;
  if (!rolesOf(language).copulas.has(is.folded)) return null;
  if (!language.cues.indefinites.has(article.folded) && !language.cues.articles.has(article.folded)) return null;
  const head = headOf(last + 3, true, reading);
  if (head === null) return null;
  return {
    by: 'apposition',
    span: null,
    roles: rolesIn(reading, last + 3, head),
    kind: kindFrom(roleOf(words[head] as Word, reading) ?? 'any'),
  };
}
