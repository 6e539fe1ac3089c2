import { stemmer } from 'stemmer';
import { createWordScan, foldWord } from './word-scan';

/** Words that say nothing of the matter: articles, pronouns, auxiliaries and the small change of news prose. */
const STOPWORDS: ReadonlySet<string> = new Set(
  `a about above according across after again against ago all almost along already also although always am among an and
  another any are arent around as at away back be became because become been before began being below between both but
  by came can cannot cant come could couldnt day days did didnt do does doesnt doing done dont down during each either
  else enough even ever every few first for former from further gave get give go goes going gone got had hadnt has hasnt
  have havent having he her here hers herself him himself his how however i if in including indeed instead into is isnt
  it its itself just keep know known last late later least less like likely long made mainly make making many may maybe
  me might monday month months more most much must my near nearly never new next no none nor not nothing now of off
  often on once one only onto or other others our ours out over own part per perhaps put quite rather really recent
  recently said same saturday say saying says see seen several shall she should since so some something soon still such
  sunday take taken than that the their theirs them themselves then there therefore these they thing things this those
  though three through thursday thus time times to today together told too took toward towards tuesday two under until
  up upon us use used using very via want wanted was wasnt way we wednesday week weeks well went were werent what when
  where whether which while who whole whom whose why will with within without would wouldnt year years yes yesterday yet
  you your yours friday mr mrs ms`.split(/\s+/),
);

const SHORTEST_STEM = 3;

/** 32-bit hash of a stem; the same in packs and at run time, so never change it without a new pack format. */
export function stemHash(stem: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < stem.length; at++) hash = Math.imul(hash ^ stem.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const scan = createWordScan();

/** A pack holds millions of them. Of 400 words of a story and 100 of an entity two that differ agree in one of 400 cases. */
const STEM_BITS_LESS = 8;

/** No stem has more bits than 24. */
const NO_STEM = -1;

/** By the first hash of a word: its second one, and its stem, or that it has none. */
export type KnownWords = Map<number, { readonly check: number; readonly stem: number }>;

/** Puts the stems of the content words of a text into `found`, some of them more than once. */
export function addStems(text: string, known: KnownWords, found: number[]): void {
  for (let from = 0; scan.next(text, from); from = scan.resume) {
    if (scan.end - scan.start < SHORTEST_STEM) continue;
    let word = known.get(scan.hash);
    // By their hashes, since a pack says a few thousand words some millions of times: none is folded twice.
    if (word === undefined || word.check !== scan.check) {
      word = { check: scan.check, stem: stemOf(foldWord(text, scan.start, scan.end)) };
      known.set(scan.hash, word);
    }
    if (word.stem !== NO_STEM) found.push(word.stem);
  }
}

const stemOf = (word: string): number =>
  word.length < SHORTEST_STEM || STOPWORDS.has(word) ? NO_STEM : stemHash(stemmer(word)) >>> STEM_BITS_LESS;

/** Stems of the content words of a text, each once, as hashes of 24 bits in ascending order. */
export function stems(text: string): Uint32Array {
  const found: number[] = [];
  addStems(text, new Map(), found);
  return Uint32Array.from(new Set(found)).sort();
}
