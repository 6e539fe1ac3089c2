import { rolesOf } from '../../language';
import type { Shelf } from '../known/shelf';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';
import { acronymBehind } from './acronyms';
import { appositionBefore, titleBefore } from './before-name';
import { cluesBehind } from './behind-name';
import { bylinedSentences, datelineEnd, datelinePlaces, isByline, isCredited } from './beside-story';
import type { NameGroup } from './group';
import { isGiven } from './is-given';
import { joinRuns } from './join-runs';
import { isNoThing, saysOfNoun } from './lone-nouns';
import type { MentionCover } from './mention-cover';
import { nameRuns } from './name-runs';
import { playsGame } from './plays-game';
import type { NameClue, Occurrence } from './sighting';
import { trim } from './trim';

/** Occurrences of each name that are searched for descriptions. */
const MOST_ASKED = 40;
/** Bounds the work on a page of a megabyte that may be all names. */
const MOST_GROUPS = 3_000;

export interface Collected {
  /** By key, in text order; a single word only if it has a title or role beside it. */
  readonly groups: Map<string, NameGroup>;
  /** Single capitalised words that may be part of a longer name. */
  readonly singles: readonly Single[];
}

/** What stands beside it describes the longer name, if one is found. */
export interface Single {
  readonly sighting: Occurrence;
  /** As written there. */
  readonly name: string;
  readonly clues: readonly NameClue[];
  /** Is it a team in a game: "beat Brannock 2-1"? */
  readonly plays: boolean;
}

/** All runs of capitals without a card, with what stands beside them. */
export function collect(
  readings: readonly Reading[],
  coverOf: (block: number) => MentionCover,
  shelf: Shelf,
): Collected {
  const groups = new Map<string, NameGroup>();
  const singles: Single[] = [];
  const isDemonym = openDemonyms(shelf);
  const places = datelinePlaces(readings);
  for (const [at, reading] of readings.entries()) {
    if (reading.titled || isByline(reading)) continue;
    const cover = coverOf(reading.block.id);
    const behind = datelineEnd(reading);
    const bylined = bylinedSentences(reading);
    for (const run of joinRuns(nameRuns(reading), reading, cover)) {
      const [from, to] = run;
      const [head, tail] = [reading.words[from] as Word, reading.words[to] as Word];
      if (head.start < behind || bylined.has(head.sentence)) continue;
      // Most names of a story have a card.
      if (from === to && cover.touching(head.start, tail.end) !== null) continue;
      const sighting = trim(run, { at, reading, cover, isDemonym });
      if (sighting === null || isCredited(sighting.start, sighting.end, reading)) continue;
      if (isQuoted(head.start, sighting.end, reading)) continue;
      note(sighting, reading, places, groups, singles);
    }
  }
  return { groups, singles };
}

function note(
  sighting: Occurrence,
  reading: Reading,
  places: ReadonlySet<string>,
  groups: Map<string, NameGroup>,
  singles: Single[],
): void {
  const { key, words } = sighting;
  const isHeading = reading.block.role === 'title' || reading.block.role === 'heading';
  const known = groups.get(key);
  const isAsked = (known?.sightings.length ?? 0) < MOST_ASKED;
  const clues = isAsked ? cluesBeside(sighting, reading) : [];
  if (places.has(key)) clues.push(PLACE);
  const plays = isAsked && playsGame(sighting, reading);
  if (
    isSingle(sighting, reading) &&
    (isHeading || sighting.isShort || !clues.some((clue) => saysWhat(clue, sighting, reading)))
  ) {
    singles.push({ sighting, name: reading.block.text.slice(sighting.start, sighting.end), clues, plays });
    return;
  }
  if (known === undefined && groups.size >= MOST_GROUPS) return;
  const group = known ?? {
    key,
    words,
    name: reading.block.text.slice(sighting.start, sighting.end),
    sightings: [],
    clues: [],
    sure: false,
    acronyms: new Set<string>(),
    plays: false,
    speaks: false,
    acts: false,
  };
  if (known === undefined) groups.set(key, group);
  group.sightings.push(sighting);
  for (const clue of clues) group.clues.push({ ...clue, at: sighting.at });
  group.plays ||= plays;
  group.speaks ||= speaks(sighting, reading);
  group.acts ||= !isHeading && acts(sighting, reading);
  const acronym = isAsked ? acronymBehind(sighting, reading) : null;
  if (acronym) group.acronyms.add(acronym.folded);
  const isTold = clues.length > 0 && (reading.language.capitals.meanNames || isNoThing(sighting, clues, reading));
  group.sure ||= !isHeading && (isTold || acronym !== null || isSure(sighting, reading));
}

/** The place a story is from. */
const PLACE: NameClue = { by: 'title', span: null, roles: [], kind: 'place' };

/** With a particle or a hyphen it is still one word: "al-Tumani", "Okonjo-Bell". */
function isSingle({ first, last }: Occurrence, { words, language }: Reading): boolean {
  // "Al Rohling" is two words.
  const isParticle = (at: number): boolean => {
    const { folded, capital } = words[at] as Word;
    return language.names.particles.has(folded) && (!capital || words[at + 1]?.joint === 'hyphen');
  };
  let bare = 0;
  for (let at = first; at <= last; at++) {
    const isJoined = at > first && words[at]?.joint === 'hyphen' && !isParticle(at - 1);
    if (!isParticle(at) && !isJoined) bare += 1;
  }
  return bare < 2;
}

/** A title, role or age; for a single word a clause proves nothing: "he left Scientology, which …". */
function saysWhat(clue: NameClue, sighting: Occurrence, reading: Reading): boolean {
  const { first, initial } = sighting;
  const { words, block, language } = reading;
  const { by, roles, span, kind, doubted } = clue;
  if (!language.capitals.meanNames) return saysOfNoun(clue, sighting, reading);
  // "Allegedly, the sister of the man": a word at the start of a sentence is a name only before an age or an "a".
  if (initial && by === 'apposition' && span !== null) {
    const [article = ''] = block.text.slice(...span).split(' ');
    if (doubted || !language.cues.indefinites.has(article)) return false;
  }
  if (by === 'title' || roles.length > 0 || span === null) return true;
  // "In Naqoura, where …".
  return kind === 'place' && ((words[first - 1]?.marks ?? 0) & WORD_MARK['place-preposition']) !== 0;
}

function cluesBeside(sighting: Occurrence, reading: Reading): NameClue[] {
  const clues = cluesBehind(sighting, reading);
  const title = titleBefore(sighting, reading) ?? appositionBefore(sighting, reading);
  return title ? [title, ...clues] : clues;
}

/** Is its capital due to a name rather than the start of a sentence? */
function isSure(sighting: Occurrence, reading: Reading): boolean {
  const { initial, words, first, last } = sighting;
  const { language, words: all } = reading;
  // "Han Do-yun": only names look like this.
  const tail = all[last] as Word;
  const isSyllabic =
    last - first > 1 && tail.joint === 'hyphen' && !tail.capital && !/(?:ed|ing|ly)$/.test(tail.folded);
  if (!language.capitals.meanNames) {
    const [opening = ''] = words;
    // "Universität Karlshöft".
    const isHouse = rolesOf(language).heads.has(opening);
    return words.length > 1 && (isHouse || isGiven(opening) || speaks(sighting, reading));
  }
  return !initial || words.some(isGiven) || rolesOf(language).inNames.has(words.at(-1) ?? '') || isSyllabic;
}

/** "Luiz Fux won", "Amber Straughn of the centre", "Payal Kapadia's film": followed by what follows names. */
function acts({ last, end }: Occurrence, { words, block, language }: Reading): boolean {
  const next = words[last + 1];
  if (next === undefined || next.sentence !== words[last]?.sentence) return false;
  if (GENITIVE.test(block.text.slice(end, end + 3))) return true;
  return (
    next.joint === 'space' &&
    !next.capital &&
    (next.folded === language.names.of || rolesOf(language).isDone(next.folded))
  );
}

const GENITIVE = /^['’]s /;

function speaks({ first, last }: Occurrence, { words }: Reading): boolean {
  const [before, next] = [words[first - 1], words[last + 1]];
  const is = (word: Word | undefined): boolean => ((word?.marks ?? 0) & WORD_MARK.speech) !== 0;
  // "Told LA Weekly".
  return (is(next) && next?.joint === 'space') || (is(before) && ((before?.marks ?? 0) & WORD_MARK.press) === 0);
}

const OPENING = '"“„«';
const CLOSING = /^[,.!?]?["”“»]/;

/** "The Salt Road": a title, or a nickname. */
function isQuoted(start: number, end: number, { block: { text } }: Reading): boolean {
  const before = text[start - 1] ?? ' ';
  return OPENING.includes(before) && CLOSING.test(text.slice(end, end + 2));
}

/** Is the word an adjective of a country, so not a name? Cached per word. */
function openDemonyms(shelf: Shelf): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const capital = word.charAt(0).toUpperCase() + word.slice(1);
    const is = shelf.detect(capital, NONE).some(({ options }) => options.some(({ use }) => use === 'demonym'));
    known.set(word, is);
    return is;
  };
}

const NONE: ReadonlySet<string> = new Set();
