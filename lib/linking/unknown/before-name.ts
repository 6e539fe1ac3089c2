import { type Role, type RoleKind, rolesOf } from '../../language';
import { endsNounPhrase, isStyle, kindFrom, MOST_PHRASE_WORDS, roleOf, rolesIn } from '../around/phrases';
import type { Reading, Word } from '../read/reading';
import type { NameClue, Occurrence } from './sighting';

/** What stands before a name and describes it: "Commerce Secretary X", "the Turkish drone maker X", "the town of X". */
export function titleBefore(sighting: Occurrence, reading: Reading): NameClue | null {
  const { words, language } = reading;
  const { first, from } = sighting;
  const before = words[first - 1];
  if (before === undefined || (words[first] as Word).joint === 'break') return null;
  const town = placeBefore(first, reading);
  if (town !== null) return clueOf(town, town, 'place', reading);
  if (isApart(reading, first) || isModifier(sighting, reading)) return null;
  const isCapital = from < first;
  const head = first - 1;
  if (!isCapital && (before.capital ? language.capitals.meanNames : false)) return null;
  // "Der 19 Jahre alte X".
  if (
    !isCapital &&
    rolesOf(language).aged.test(reading.block.text.slice(Math.max(0, sighting.start - LONGEST_AGE), sighting.start))
  )
    return { by: 'title', span: null, roles: [], kind: 'person' };
  const kind =
    roleOf(before, reading) ??
    (isCapital ? 'person' : null) ??
    (sighting.words.length > 1 ? pluralOf(before, reading) : null);
  if (kind === null) return null;
  const { start, determined } = phraseStart(isCapital ? from : head, reading);
  // "The film X", but "my favourite X song"; "the district X".
  const isLoose = kind !== 'person' && kind !== 'body';
  if (isLoose && determined === null && language.ofTables && (kind === 'place' || sighting.words.length === 1))
    return null;
  if (isStyle(before) && (language.capitals.meanNames || (start === head && determined === null)))
    return { by: 'title', span: null, roles: [], kind: 'person' };
  return clueOf(start, head, kind, reading);
}

/** "100 Jahre alten ". */
const LONGEST_AGE = 18;

/** "The billionaire Harry Potter author": the author is the billionaire. */
function isModifier({ last }: Occurrence, reading: Reading): boolean {
  const next = reading.words[last + 1];
  return next !== undefined && next.joint === 'space' && !next.capital && roleOf(next, reading) !== null;
}

/** "Its spokeswoman, X, wrote", "A teacher from Leeds, X, came": the description ends at the comma. */
export function appositionBefore({ first, end }: Occurrence, reading: Reading): NameClue | null {
  const { words, block, language } = reading;
  // "The ferry, the Nordlys Queen, sank."
  const isThe = words[first]?.joint === 'space' && language.cues.articles.has(words[first - 1]?.folded ?? '');
  const opens = isThe ? first - 1 : first;
  const before = words[opens - 1];
  if (before === undefined || before.sentence !== (words[first] as Word).sentence) return null;
  if (block.text.slice(before.end, (words[opens] as Word).start) !== ', ') return null;
  // "The chairman, X (Greens), said".
  const [bracket = ''] = BRACKET.exec(block.text.slice(end, end + 44)) ?? [];
  const behind = end + bracket.length;
  if (!CLOSES.test(block.text.slice(behind, behind + 8)) || LISTED.test(block.text.slice(behind, behind + 6)))
    return null;
  const head = headBefore(opens - 1, reading);
  if (head === null) return null;
  const kind = roleOf(words[head] as Word, reading);
  if (kind === null || isStyle(words[head] as Word)) return null;
  const { start, determined } = phraseStart(head, reading);
  if (determined === null) return null;
  return { by: 'title', span: [determined, before.end], roles: rolesIn(reading, start, head), kind: kindFrom(kind) };
}

/** In words, from the noun to the comma: "the owner of the club in the north, X,". */
const MOST_BEHIND_HEAD = 5;

/** "The [owner] of Liverpool, X": the noun before the preposition, else the word before the comma. */
function headBefore(last: number, reading: Reading): number | null {
  const { words, language } = reading;
  const { cues, names } = language;
  const roles = rolesOf(language);
  const owner = words[last - 1]?.folded ?? '';
  const isOwned = roles.determiners.has(owner) && !cues.articles.has(owner) && !cues.indefinites.has(owner);
  // "The press with his sister, X": X is the sister; "a grandson of its founder, X": X is the founder.
  const own = isOwned ? roleOf(words[last] as Word, reading) : null;
  if (own !== null && (own === 'person' || words[last - 2]?.folded !== names.of)) return last;
  const links = (word: Word): boolean =>
    (!language.capitals.meanNames && roles.goesOn.has(word.folded)) ||
    word.folded === names.of ||
    roles.links.has(word.folded) ||
    cues.placePrepositions.has(word.folded);
  for (let at = last - 1; at >= last - MOST_BEHIND_HEAD && at > 0; at--) {
    const [noun, link] = [words[at - 1] as Word, words[at] as Word];
    if (link.joint !== 'space' || words[at + 1]?.joint === 'break') break;
    if (!links(link) || noun.capital !== !language.capitals.meanNames) continue;
    if (roleOf(noun, reading) !== null && phraseStart(at - 1, reading).determined !== null) return at - 1;
  }
  const before = words[last] as Word;
  if (before.capital && language.capitals.meanNames) return null;
  return roleOf(before, reading) === null ? null : last;
}

/** The name ends the statement, or another comma follows. */
const CLOSES = /^(?:[,;:)]| of \p{Lu}|\s[—–]|[.!?]["”’)]*(?:\s|$)|$|["”])/u;
const BRACKET = /^\s\([^()]{1,40}\)/;
const LISTED = /^, (?:and|und) /;
const GENITIVE = /['’ʼ]s?\s*$/;

/** "Forwards X and Y". */
function pluralOf({ folded, capital }: Word, { language }: Reading): RoleKind | null {
  if (capital || !folded.endsWith('s') || !language.ofTables) return null;
  return rolesOf(language).kindOf(folded.slice(0, -1)) === 'person' ? 'person' : null;
}

const clueOf = (start: number, head: number, role: Role, reading: Reading): NameClue => ({
  by: 'title',
  span: [(reading.words[start] as Word).start, endOf(head, reading)],
  roles: rolesIn(reading, start, head),
  kind: kindFrom(role),
});

/** Includes the stop of an abbreviation: "Maj. Gen." */
function endOf(head: number, { words, block, language }: Reading): number {
  const { folded, end } = words[head] as Word;
  return block.text[end] === '.' && language.sentences.abbreviations.has(folded) ? end + 1 : end;
}

/** "The town of X". */
function placeBefore(first: number, { words, language }: Reading): number | null {
  const [noun, of] = [words[first - 2], words[first - 1]];
  if (noun === undefined || of?.folded !== language.names.of || of.joint === 'break') return null;
  return rolesOf(language).placesOf.has(noun.folded) && !noun.capital ? first - 2 : null;
}

/** "Lutnick's Paris": a possessive separates them. */
const isApart = ({ words, block }: Reading, at: number): boolean => {
  const [before, word] = [words[at - 1] as Word, words[at] as Word];
  return (
    word.start > before.end + 1 && GENITIVE.test(block.text.slice(before.end, Math.min(word.start, before.end + 4)))
  );
};

interface PhraseStart {
  /** Number of the first word after a determiner, or of the first that surely belongs to the head. */
  readonly start: number;
  /** Text offset of the determiner, including a possessor's name; null if none. */
  readonly determined: number | null;
}

/** Where the noun phrase with the head at `head` begins. */
function phraseStart(head: number, reading: Reading): PhraseStart {
  const { words, language } = reading;
  const { names } = language;
  const roles = rolesOf(language);
  let sure = head;
  let doubted = false;
  for (let at = head - 1; at >= 0 && at >= head - MOST_PHRASE_WORDS; at--) {
    const [word, next] = [words[at] as Word, words[at + 1] as Word];
    if (isApart(reading, at + 1)) return { start: at + 1, determined: possessor(at, reading) };
    if (next.joint === 'break') break;
    if (roles.impersonal.has(word.folded) && roleOf(words[head] as Word, reading) === 'person') break;
    if (roles.determiners.has(word.folded)) return { start: at + 1, determined: word.start };
    const belongs = roles.modifiers.has(word.folded) || roleOf(word, reading) !== null;
    if (
      next.joint !== 'hyphen' &&
      (!word.capital || word.initial) &&
      (names.openers.has(word.folded) || endsNounPhrase(word, reading)) &&
      !belongs
    )
      break;
    // "Edward Jones analyst": a whole name at the start of a sentence, not just its first word.
    if (
      word.capital &&
      word.initial &&
      language.capitals.meanNames &&
      !belongs &&
      !(next.capital && next.joint === 'space' && !names.openers.has(word.folded))
    )
      break;
    // Where nouns are capitalised, only the head's own noun belongs to its phrase: "Spiel erzielte Stürmer X".
    if (word.capital && !language.capitals.meanNames && !belongs && next.joint !== 'hyphen') break;
    // "The club signed striker X": a verb lies between two nouns.
    if (doubted && roleOf(word, reading) !== null) break;
    if (belongs || next.joint === 'hyphen' || (word.capital && language.capitals.meanNames)) {
      if (!doubted) sure = at;
    } else {
      if (!rolesOf(language).determiners.has(words[at - 1]?.folded ?? '') && roles.isDone(word.folded)) break;
      doubted = true;
    }
  }
  return { start: sure, determined: null };
}

/** "Town's manager", "the museum's director": where the possessor begins. */
function possessor(at: number, { words, language }: Reading): number {
  let from = at;
  while (
    from > 0 &&
    from > at - 3 &&
    words[from]?.joint !== 'break' &&
    words[from - 1]?.capital &&
    words[from]?.capital
  )
    from -= 1;
  const article = words[from - 1];
  const isDetermined =
    article !== undefined && words[from]?.joint === 'space' && rolesOf(language).determiners.has(article.folded);
  return (isDetermined ? article : (words[from] as Word)).start;
}
