import { createWordScan } from './word-scan';

/** The stem of a folded word in a language; null if the word says nothing about the subject. */
export type Stem = (word: string) => string | null;

const SHORTEST_STEM = 3;

/** 32-bit hash of a stem. Packs store it, so never change it without a new pack format. */
export function stemHash(stem: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < stem.length; at++) hash = Math.imul(hash ^ stem.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const scan = createWordScan();

/**
 * Bits dropped, since a pack holds millions of stems. Between 400 words of a story and 100 of an entity, two different
 * ones collide in one of 400 cases.
 */
const STEM_BITS_LESS = 8;

/** Larger than any 24-bit stem. */
const NO_STEM = -1;

/** By a word's first hash: its second hash, and its stem or the fact that it has none. */
export type KnownWords = Map<number, { readonly check: number; readonly stem: number }>;

/** Adds the stems of a text's content words to `found`, possibly with duplicates. */
export function addStems(text: string, stem: Stem, known: KnownWords, found: number[]): void {
  for (let from = 0; scan.next(text, from); from = scan.resume) {
    if (scan.end - scan.start < SHORTEST_STEM) continue;
    let word = known.get(scan.hash);
    // Looked up by hashes, so that no word is folded twice: a pack repeats a few thousand words millions of times.
    if (word === undefined || word.check !== scan.check) {
      word = { check: scan.check, stem: hashOf(scan.folded(text), stem) };
      known.set(scan.hash, word);
    }
    if (word.stem !== NO_STEM) found.push(word.stem);
  }
}

/** Stories share most of their words. This many are cached per language, then the cache is cleared. */
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

/** The stem of one folded word, or null if it says nothing. */
export function stemOfWord(folded: string, stem: Stem): number | null {
  const found = hashOf(folded, stem);
  return found === NO_STEM ? null : found;
}

/** Stems of a text's content words, without duplicates, as 24-bit hashes in ascending order. */
export function stems(text: string, stem: Stem): Uint32Array {
  const found: number[] = [];
  addStems(text, stem, new Map(), found);
  return Uint32Array.from(new Set(found)).sort();
}
