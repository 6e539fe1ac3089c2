/** Writes the index of surface forms: filters, blocks of fingerprints, candidates, conditions, skeletons. */
import { createWordScan, isCapital, skeleton, stemHash } from '../text';
import { caseCodeOf } from './case-rule';
import type { SurfaceForm } from './derive-forms';
import {
  continuationKey,
  finish,
  joinCheck,
  joinSlot,
  laneBits,
  slotOf,
  WORD_ALONE,
  WORD_BEGINS,
  WORD_BEGINS_CAPITAL,
  WORD_SECOND,
  wordSlot,
} from './form-hash';
import { type GroupedForms, groupForms } from './group-forms';
import {
  CANDIDATE_CASE_SHIFT,
  CANDIDATE_CONDITION,
  CANDIDATE_LAST,
  CASE_CODE,
  FARTHEST_BLOCK,
  FORM_BLOCK,
  FORMS_PER_BLOCK,
} from './layout';
import { CASE_NUMBERS, LANGUAGE_NUMBERS, USE_NUMBERS } from './numbers';
import { packDate } from './packed-date';
import { type SectionData, type U32List, u32List } from './section-builder';

/** At least this many word-filter slots per word; the total is a power of two. */
const SLOTS_PER_WORD = 2;
const SMALLEST_FILTER_BITS = 10;
const LARGEST_FILTER_BITS = 24;
/** With two bits set per prefix in a lane: a false pass rate of about one in twenty. */
const LANES_PER_PREFIX = 1 / 4;

/** So many steps of prominence mean twice as often in the news. */
const PROMINENCE_DOUBLING = 16;

export type FormSections = Record<
  'words' | 'prefixes' | 'forms' | 'candidateEntities' | 'candidateTraits' | 'conditions' | 'company' | 'skeletons',
  SectionData
>;

export interface WrittenForms {
  readonly formCount: number;
  readonly sections: FormSections;
}

export function writeForms(
  all: readonly SurfaceForm[],
  rowOf: ReadonlyMap<string, number>,
  prominence: (row: number) => number,
): WrittenForms {
  const words = new Map<number, number>();
  const prefixes = u32List();
  const grouped = hashForms(all, words, prefixes);
  const blocks = fillBlocks(grouped);

  const forms = new Uint32Array(blocks.length * FORM_BLOCK);
  const entities = u32List(all.length);
  const traits = new Uint8Array(all.length * 2);
  const conditions = u32List();
  const company = u32List();
  const spellings: Array<readonly [hash: number, candidate: number]> = [];

  blocks.forEach((block, row) => {
    forms[row * FORM_BLOCK] = entities.length;
    block.forEach((form, place) => {
      const candidates = Array.from(grouped.candidatesOf(form), (number) => all[number]!);
      const code = caseCodeOf(candidates.map((candidate) => candidate.caseRule));
      forms[row * FORM_BLOCK + 1 + place] = grouped.fingerprints[form]! + code;
      const priors = priorsOf(candidates, (candidate) => prominence(candidate.row));
      candidates.forEach((candidate, index) => {
        const number = entities.length;
        const { from, to, language } = candidate;
        const conditional = candidate.company.length > 0 || from !== null || to !== null || language !== undefined;
        if (conditional) {
          const day = (value: string | null): number => (value === null ? 0 : packDate(value)!);
          const { length } = candidate.company;
          // In the order of CONDITION.
          const tongue = language === undefined ? 0 : LANGUAGE_NUMBERS[language];
          const fields = [number, company.length, length, day(from), day(to), tongue];
          for (const field of fields) conditions.push(field);
          const others = candidate.company.map((key) => rowOf.get(key)!).sort((one, other) => one - other);
          for (const other of others) company.push(other);
        }
        traits[number * 2] = Math.max(1, Math.round(priors[index]! * 255));
        traits[number * 2 + 1] =
          USE_NUMBERS[candidate.use] |
          (CASE_NUMBERS[candidate.caseRule] << CANDIDATE_CASE_SHIFT) |
          (conditional ? CANDIDATE_CONDITION : 0) |
          (index === candidates.length - 1 ? CANDIDATE_LAST : 0);
        const bones = candidate.transliterated && isOwnName(candidate) ? skeleton(candidate.form) : null;
        if (bones !== null) spellings.push([stemHash(bones), number]);
        entities.push(candidate.row);
      });
    });
  });
  spellings.sort((one, other) => one[0] - other[0] || one[1] - other[1]);

  return {
    formCount: grouped.slots.length,
    sections: {
      words: wordFilter(words),
      prefixes: prefixFilter(prefixes.done()),
      forms,
      candidateEntities: entities.done(),
      candidateTraits: traits,
      conditions: conditions.done(),
      company: company.done(),
      skeletons: Uint32Array.from([...spellings.map(([hash]) => hash), ...spellings.map(([, candidate]) => candidate)]),
    },
  };
}

const isOwnName = (form: SurfaceForm): boolean => form.use === 'name' || form.use === 'short';

/** Never 0, which marks a free place. */
const fingerprintOf = (check: number): number => (finish(check) & ~CASE_CODE) >>> 0 || CASE_CODE + 1;

function hashForms(all: readonly SurfaceForm[], words: Map<number, number>, prefixes: U32List): GroupedForms {
  const scan = createWordScan();
  const slots = new Uint32Array(all.length);
  const fingerprints = new Uint32Array(all.length);
  const mark = (word: number, bits: number): void => {
    words.set(word, (words.get(word) ?? 0) | bits);
  };
  all.forEach((form, number) => {
    let slot = 0;
    let shorter = 0;
    let first = 0;
    let check = 0;
    let count = 0;
    for (let from = 0; scan.next(form.form, from); from = scan.resume) {
      slot = joinSlot(slot, scan.hash);
      check = joinCheck(check, scan.check);
      if (++count === 1) {
        first = scan.hash;
        // Only a form that requires a capital first letter can do without the other bit.
        const capital = form.caseRule !== 'any' && isCapital(form.form.charCodeAt(scan.start));
        mark(scan.hash, capital ? WORD_BEGINS_CAPITAL : WORD_BEGINS | WORD_BEGINS_CAPITAL);
      } else if (count === 2) {
        mark(scan.hash, WORD_SECOND);
        prefixes.push(finish(slot));
      } else prefixes.push(continuationKey(shorter));
      shorter = slot;
    }
    if (count === 1) mark(first, WORD_ALONE);
    slots[number] = finish(slot);
    fingerprints[number] = fingerprintOf(check);
  });
  return groupForms(slots, fingerprints, (one, other) => byEntityAndUse(all[one]!, all[other]!));
}

const byEntityAndUse = (one: SurfaceForm, other: SurfaceForm): number =>
  one.row - other.row ||
  USE_NUMBERS[one.use] - USE_NUMBERS[other.use] ||
  compare(conditionsOf(one), conditionsOf(other));

const conditionsOf = ({ from, to, language, company }: SurfaceForm): string =>
  `${from}${to}${language ?? ''}${[...company].sort()}`;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Forms by block; within one, those with many candidates come last, so that finding a form's candidates skips few
 * others. If blocks are too crowded, or two forms with one fingerprint could not be told apart, more blocks are taken.
 */
function fillBlocks(forms: GroupedForms): number[][] {
  const { fingerprints, sizeOf } = forms;
  const { length } = fingerprints;
  for (let count = Math.max(1, Math.ceil(length / FORMS_PER_BLOCK)); ; count++) {
    const blocks: number[][] = Array.from({ length: count }, () => []);
    let form = 0;
    while (form < length && settle(form, forms, blocks)) form++;
    if (form < length) continue;
    for (const block of blocks) {
      block.sort((one, other) => sizeOf(one) - sizeOf(other) || fingerprints[one]! - fingerprints[other]!);
    }
    return blocks;
  }
}

/**
 * Puts the form into its block or the next one with room; false if that is too far or behind a form with the same
 * fingerprint.
 */
function settle(form: number, { slots, fingerprints }: GroupedForms, blocks: number[][]): boolean {
  const home = slotOf(slots[form]!, blocks.length);
  for (let distance = 0; distance <= FARTHEST_BLOCK; distance++) {
    const block = blocks[(home + distance) % blocks.length]!;
    for (const other of block) if (fingerprints[other] === fingerprints[form]) return false;
    if (block.length < FORM_BLOCK - 1) {
      block.push(form);
      return true;
    }
  }
  return false;
}

/** Each entity's share of a form: by the tables' weights if they differ, else by prominence. */
function priorsOf(candidates: readonly SurfaceForm[], prominence: (candidate: SurfaceForm) => number): number[] {
  if (candidates.length === 1) return [1];
  const weighted = candidates.some((candidate) => candidate.weight !== candidates[0]!.weight);
  const shares = candidates.map((candidate) =>
    weighted ? candidate.weight : 2 ** (prominence(candidate) / PROMINENCE_DOUBLING),
  );
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

function wordFilter(words: ReadonlyMap<number, number>): Uint32Array {
  const wanted = Math.ceil(Math.log2(Math.max(1, words.size * SLOTS_PER_WORD)));
  const bits = Math.min(LARGEST_FILTER_BITS, Math.max(SMALLEST_FILTER_BITS, wanted));
  const filter = new Uint32Array(2 ** (bits - 3));
  for (const [word, marks] of words) {
    const slot = wordSlot(word, 32 - bits);
    filter[slot >>> 3]! |= marks << ((slot & 7) << 2);
  }
  return filter;
}

/** @param prefixes may contain duplicates. */
function prefixFilter(prefixes: Uint32Array): Uint32Array {
  prefixes.sort();
  let count = 0;
  prefixes.forEach((prefix, at) => {
    if (at === 0 || prefix !== prefixes[at - 1]) count++;
  });
  const filter = new Uint32Array(Math.max(1, Math.ceil(count * LANES_PER_PREFIX)));
  for (const prefix of prefixes) filter[slotOf(prefix, filter.length)]! |= laneBits(prefix);
  return filter;
}
