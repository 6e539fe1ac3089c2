import { createWordScan } from './word-scan';

/** The stem of a folded word of a language; null where the word says nothing of the matter. */
export type Stem = (word: string) => string | null;

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
export function addStems(text: string, stem: Stem, known: KnownWords, found: number[]): void {
  for (let from = 0; scan.next(text, from); from = scan.resume) {
    if (scan.end - scan.start < SHORTEST_STEM) continue;
    let word = known.get(scan.hash);
    // By their hashes, since a pack says a few thousand words some millions of times: none is folded twice.
    if (word === undefined || word.check !== scan.check) {
      word = { check: scan.check, stem: hashOf(scan.folded(text), stem) };
      known.set(scan.hash, word);
    }
    if (word.stem !== NO_STEM) found.push(word.stem);
  }
}

/** Stories share most of their words: so many are remembered for each language, then all are forgotten. */
const MOST_KNOWN = 20_000;
const stemmed = new Map<Stem, Map<string, number>>();

function hashOf(word: string, stem: Stem): number {
  if (word.length < SHORTEST_STEM) return NO_STEM;
  const known = stemmed.get(stem) ?? new Map<string, number>();
  if (known.size === 0) stemmed.set(stem, known);
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = stem(word);
  const hash = found === null ? NO_STEM : stemHash(found) >>> STEM_BITS_LESS;
  known.set(word, hash);
  return hash;
}

/** The stem of one folded word, or null where it says nothing. */
export function stemOfWord(folded: string, stem: Stem): number | null {
  const found = hashOf(folded, stem);
  return found === NO_STEM ? null : found;
}

/** Stems of the content words of a text, each once, as hashes of 24 bits in ascending order. */
export function stems(text: string, stem: Stem): Uint32Array {
  const found: number[] = [];
  addStems(text, stem, new Map(), found);
  return Uint32Array.from(new Set(found)).sort();
}
