import { offices as officeWords } from '../../language';
import type { Day } from '../../time';
import { belongsTo } from '../around/belongs-to';
import type { Chosen } from '../around/scene';
import { blockOf, makeSpan, orderOf, placeOfSpan, type Span } from '../find/spans';
import { officeOf, officesHeld } from '../known/offices';
import type { Ref, Shelf } from '../known/shelf';
import { storyOption } from '../known/story-option';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';
import { type Antecedents, goesOn, isDenied, lastWhere, namesHolder, pointing } from './antecedents';

/** How many blocks back "the president" may refer; an office has fewer candidates than a noun. */
const OFFICE_BLOCKS_BACK = 5;
const OFFICE_CONFIDENCE = 0.8;

/** "The president": the holder on the day, if no other holder is in the story nearby. */
export function resolveOffices(antecedents: Antecedents): Chosen[] {
  const { readings, chosen, shelf, day } = antecedents;
  const found: Chosen[] = [];
  if (day === null) return found;
  // Computed on first use; most stories mention no office.
  let holdersOf: ((office: string) => readonly Ref[]) | null = null;
  let strangeOffices: ReadonlySet<string> | null = null;
  let occupied: ReadonlySet<number> | null = null;
  const isTaken = (place: number): boolean => {
    occupied ??= new Set(chosen.map(({ span }) => placeOfSpan(span)));
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
      if (isTaken(orderOf(at, word)) || namesHolder(block.text, words, match.last)) continue;
      const span = makeSpan(readings, at, words[word]?.start ?? 0, words[match.last]?.end ?? 0, []);
      holdersOf ??= openHolders(chosen, shelf, day);
      const all = holdersOf(match.office);
      const here = orderOf(at, word);
      const nearest = lastWhere(chosen, here, orderOf(at - OFFICE_BLOCKS_BACK, 0), ({ ref }) => all.includes(ref));
      if (!span || !nearest) continue;
      // With several holders in the story, only one named in this very block is certain.
      if (all.length > 1) {
        const near = new Set(
          chosen.filter((other) => other.span.at === at && placeOfSpan(other.span) < here).map(({ ref }) => ref),
        );
        if (all.filter((ref) => near.has(ref)).length !== 1) continue;
      }
      if (LOCAL.has(match.office) && isElsewhere(span, nearest.ref, antecedents)) continue;
      found.push(pointing(span, nearest.ref, storyOption(nearest.ref, 'noun', 'any'), OFFICE_CONFIDENCE));
      word = match.last;
    }
  }
  return found;
}

/** The office starting at a word. None begins with the whole of another. */
function officeAt(words: readonly Word[], first: number): { office: string; last: number } | null {
  let office = '';
  for (let last = first; last < first + LONGEST_OFFICE; last++) {
    const word = words[last];
    if (word === undefined || (last > first && word.joint === 'break')) break;
    office = last === first ? toldAs(word) : `${office} ${toldAs(word)}`;
    if (OFFICES.has(office)) return { office, last };
  }
  return null;
}

const LONGEST_OFFICE = 3;
/** Only offices that a title names in these very words. */
const OFFICES: ReadonlySet<string> = new Set(officeWords.named.filter((office) => officeOf(office) === office));

const LOCAL: ReadonlySet<string> = new Set(officeWords.local);

/**
 * "In Beijing the mayor": the last place in the sentence, or the one right behind the office, does not belong to the
 * named holder.
 */
function isElsewhere(office: Span, holder: Ref, { chosen, shelf, readings }: Antecedents): boolean {
  const { words, language } = readings[office.at] as Reading;
  const isTold = ({ span, ref, option }: Chosen): boolean =>
    option.use !== 'demonym' &&
    shelf.entity(ref).kind === 'place' &&
    span.at === office.at &&
    span.sentence === office.sentence &&
    language.cues.placePrepositions.has(words[span.first - 1]?.folded ?? '');
  const here = placeOfSpan(office);
  const place =
    lastWhere(chosen, here, orderOf(office.at, 0), isTold) ??
    chosen.find((one) => isTold(one) && one.span.first === office.last + 2);
  return place !== undefined && !belongsTo(holder, place.ref, shelf);
}

const toldAs = ({ traits }: Word): string => traits.title ?? traits.folded;

const POINTED: ReadonlySet<string> = new Set(officeWords.pointed);

/** The people named who held an office on the day. */
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

/** Offices used as a title of someone unknown: "the president" may then mean that person. */
function officesOfStrangers({ readings, strangers }: Antecedents): Set<string> {
  const offices = new Set<string>();
  for (const place of strangers) {
    const at = blockOf(place);
    const word = place - orderOf(at, 0);
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

/** Quick check: hardly any word before a name ends an office. */
function mayEndOffice(word: Word): boolean {
  const last = lastWord(toldAs(word));
  return OFFICE_ENDS.has(last) || officeWords.qualifiers.has(last);
}

function lastWord(words: string): string {
  return words.slice(words.lastIndexOf(' ') + 1);
}
