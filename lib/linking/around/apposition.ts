import { type RoleKind, rolesOf } from '../../language';
import { type Reading, type Word, wordAt } from '../read/reading';
import { isNumber } from './is-number';
import { endsNounPhrase, kindFrom, MOST_PHRASE_WORDS, roleOf, rolesIn, sentenceEnd } from './phrases';

/** ", the commerce secretary,": a noun phrase behind a name that says what the name is. */
export interface Apposition {
  /** In the block's text. */
  readonly span: readonly [start: number, end: number];
  /** Heads and phrases, folded: "commerce secretary", "secretary". */
  readonly roles: readonly string[];
  readonly kind: RoleKind | null;
  /** It may be the subject of what follows: "a farmer pointed out". */
  readonly doubted: boolean;
}

const QUOTES = /["“”„]/g;
/** In characters: the longest passage quoted. */
const LONGEST = 240;
const MOST_WORDS = 60;
/** In words, for an introductory clause: "In Ghent, the mayor said". */
const MOST_BEFORE = 12;

/** The noun phrase starting at word `at`, if its noun describes a name. */
export function appositionAt(at: number, inClause: boolean, reading: Reading): Apposition | null {
  const { words, language } = reading;
  const roles = rolesOf(language);
  const opening = words[at] as Word;
  // "Whose grandfather cleared the land" does not describe the name.
  if (language.capitals.meanNames && roles.relatives.has(opening.folded)) return null;
  // "Die den Klub übernommen hatte": the final verb shows a relative clause.
  if (!language.capitals.meanNames && roles.relatives.has(opening.folded) && isClause(at, reading)) return null;
  const determined = roles.determiners.has(opening.folded);
  const head = headOf(determined ? at + 1 : at, determined, reading);
  if (head === null) return null;
  const kind = kindFrom(roleOf(words[head] as Word, reading) ?? 'any');
  const end = passageEnd(at, head, reading);
  if (end === null) return null;
  const next = words[head + 1];
  const doubted = next !== undefined && next.joint === 'space' && !roles.goesOn.has(next.folded);
  // In German a lone small word after the noun is the verb: "der Konzern entließ".
  if (doubted && !language.capitals.meanNames) return null;
  if (hasMainVerb(head + 1, end, reading) || isOfNext(at, head, end, reading)) return null;
  // "In Ghent, the mayor said …", "When he met Okonjo, the striker laughed": the noun starts a new clause.
  if (inClause && !(kind === 'place' || language.cues.indefinites.has(opening.folded))) return null;
  if (inClause && reading.block.text[end] !== ',') return null;
  return { span: [opening.start, end], roles: rolesIn(reading, at, head), kind, doubted };
}

/** The descriptive noun, within a few words from `from`. */
export function headOf(from: number, determined: boolean, reading: Reading): number | null {
  const { words, language } = reading;
  const roles = rolesOf(language);
  let head: number | null = null;
  for (let at = from; at <= from + MOST_PHRASE_WORDS; at++) {
    const word = words[at];
    if (word === undefined || word.sentence !== words[from]?.sentence) break;
    if (at > from && word.joint === 'break') break;
    const isRole = mayBeHead(word, determined, reading);
    const isInner = words[at + 1]?.joint === 'hyphen' || word.joint === 'hyphen';
    if (!isRole && !isInner && endsNounPhrase(word, reading)) break;
    if (isRole) head = at;
    else if (head !== null && !isInner) {
      if (!goesOnAfter(word, at, head, reading)) {
        // "The striker scored" is no noun phrase. In "the state of Ohio's governor" the noun comes later.
        if (!word.capital && !roles.modifiers.has(word.folded) && !determined) return null;
        if (looksFinite(word, reading)) return null;
        continue;
      }
      break;
    } else if (!determined && !roles.modifiers.has(word.folded) && !word.capital && !isNumber(word.folded)) return null;
  }
  if (head === null) return null;
  const next = words[head + 1];
  if (next === undefined || next.joint === 'break' || next.sentence !== words[head]?.sentence) return head;
  return endsNounPhrase(next, reading) || goesOnAfter(next, head + 1, head, reading)
    ? finite(next, reading, head)
    : null;
}

/** A capital usually means a name: "Tom Lehman", "Brokeback Mountain"; not in "the State Department Spokesperson". */
function mayBeHead(word: Word, determined: boolean, reading: Reading): boolean {
  const role = roleOf(word, reading);
  if (role === null || !word.capital || !reading.language.capitals.meanNames) return role !== null;
  const { titles } = reading.language;
  const roles = rolesOf(reading.language);
  return role === 'person' && (determined || titles.titleOf(word.folded) !== null || roles.ranks.has(word.folded));
}

/** "The mayor is", "the mayor said": a subject, which does not describe the name. */
function finite(next: Word, { language }: Reading, head: number): number | null {
  const { cues, persons } = language;
  const roles = rolesOf(language);
  return roles.copulas.has(next.folded) || cues.speech.has(next.folded) || persons.plural.has(next.folded)
    ? null
    : head;
}

const looksFinite = ({ folded }: Word, { language }: Reading): boolean =>
  language.cues.speech.has(folded) || rolesOf(language).copulas.has(folded);

/** "They died in X, the governor, Y, said": between two names it may describe either. */
function isOfNext(at: number, head: number, end: number, { words, block, language }: Reading): boolean {
  if ((words[head] as Word).end !== end || language.cues.indefinites.has((words[at] as Word).folded)) return false;
  return NAMED_NEXT.test(block.text.slice(end, end + 4));
}

const NAMED_NEXT = /^, \p{Lu}/u;

/** "According to X, a detective for the office was sent": the main clause follows the comma. */
function hasMainVerb(from: number, end: number, { words, language }: Reading): boolean {
  const { finite, relatives } = rolesOf(language);
  for (let at = from; at < from + MOST_WORDS; at++) {
    const word = words[at];
    if (word === undefined || word.start >= end) return false;
    if (
      relatives.has(word.folded) ||
      (language.cues.postmodifiers.has(word.folded) &&
        !language.persons.prepositions.has(word.folded) &&
        word.folded !== language.names.of) ||
      language.cues.conjunctions.has(word.folded)
    )
      return false;
    if (finite.has(word.folded) && !word.capital) return true;
  }
  return false;
}

/** "The smallest ground left in", "a village two hours to the south", "a director known for". */
function goesOnAfter(word: Word, at: number, head: number, reading: Reading): boolean {
  if (at !== head + 1 || word.capital) return false;
  const { words, language } = reading;
  const next = words[at + 1];
  const isParticiple = /(?:ed|ing|known|left|born|run|led|held|built|made|set)$/.test(word.folded) && language.ofTables;
  return (
    isNumber(word.folded) ||
    (language.names.openers.has(word.folded) && !rolesOf(language).determiners.has(word.folded)) ||
    (isParticiple && next !== undefined && next.joint !== 'break' && endsNounPhrase(next, reading))
  );
}

/** Where the pronoun is also an article, only a final verb shows a clause. */
export function isClause(at: number, reading: Reading): boolean {
  const end = passageEnd(at, at + 1, reading);
  const last = end === null ? 0 : wordAt(reading, end - 1);
  return last >= at + 2 && reading.words[last]?.capital === false;
}

/** Up to the next comma behind word `head` or the end of the sentence; null if that is too far. */
export function passageEnd(at: number, head: number, reading: Reading): number | null {
  const { words, block } = reading;
  const start = (words[at] as Word).start;
  const bound = sentenceEnd(reading, at, MOST_WORDS);
  const limit = Math.min(bound ?? Infinity, start + LONGEST);
  const passage = block.text.slice(start, limit);
  const from = Math.max(0, (words[Math.min(head, words.length - 1)] as Word).end - start);
  const close = CLOSING.exec(passage.slice(from));
  if (!close && (bound === null || bound > start + LONGEST)) return null;
  let end = close ? from + close.index : passage.replace(ENDING, '').length;
  const quotes = passage.slice(0, end).match(QUOTES)?.length ?? 0;
  // American style puts the comma inside: `known for "North Harbour,"`.
  if (quotes % 2 === 1) {
    const quote = /^[,.]?["”]/.exec(passage.slice(end));
    if (quote) end += quote[0].length;
    else return null;
  }
  return start + end;
}

const CLOSING = /[,;:](?=[\s"”’]|$)|\s[—–-]\s|\)/;
const ENDING = /[.!?\s]+$|[.!?]+["”’]\s*$/;

/** Does the sentence open with a clause or prepositional phrase that ends behind the name? */
export function isInClause(first: number, { words, language }: Reading): boolean {
  const { sentence } = words[first] as Word;
  for (let at = first; at >= Math.max(0, first - MOST_BEFORE); at--) {
    const word = words[at] as Word;
    if (words[at - 1]?.sentence !== sentence || word.initial || (at < first && words[at + 1]?.joint === 'break')) {
      const opening = words[at + (words[at + 1]?.joint === 'break' && at < first ? 1 : 0)] as Word;
      return (
        (words[at - 1]?.sentence !== sentence || opening.initial) &&
        (language.persons.prepositions.has(opening.folded) ||
          language.cues.conjunctions.has(opening.folded) ||
          language.cues.placePrepositions.has(opening.folded))
      );
    }
  }
  return false;
}
