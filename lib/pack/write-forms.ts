/** Writes the index of surface forms: filters, buckets, fingerprints, candidates, conditions, skeletons. */
import { createWordScan, isCapital, skeleton, stemHash } from '../text';
import type { SurfaceForm } from './derive-forms';
import { bucketOf, finish, firstWordBit, goesOn, joinCheck, joinSlot, laneBits } from './form-hash';
import { CANDIDATE_CASE_SHIFT, CANDIDATE_CONDITION, CANDIDATE_LAST, FORMS_PER_BUCKET } from './layout';
import { packDate } from './packed-date';
import { type SectionData, u32List } from './section-builder';
import { CASE_RULES, FORM_USES } from './types';

/** Bits of the first-word filter for each first word: one wrong pass in about twelve. */
const BITS_PER_FIRST_WORD = 12;
const SMALLEST_FILTER_BITS = 12;
const LARGEST_FILTER_BITS = 24;
/** With two bits set per prefix in a lane: one wrong pass in about twenty. */
const LANES_PER_PREFIX = 1 / 4;

/** One step of prominence is this part of a doubling: 16 steps, twice as often in the news. */
const PROMINENCE_DOUBLING = 16;

export type FormSections = Record<
  | 'firstWords'
  | 'prefixes'
  | 'buckets'
  | 'fingerprints'
  | 'candidateEntities'
  | 'candidateTraits'
  | 'conditions'
  | 'company'
  | 'skeletons',
  SectionData
>;

interface HashedForm {
  readonly slot: number;
  readonly fingerprint: number;
  readonly candidates: SurfaceForm[];
}

export interface FormIndex {
  readonly formCount: number;
  readonly sections: FormSections;
}

export function writeForms(
  all: readonly SurfaceForm[],
  rowOf: ReadonlyMap<string, number>,
  prominence: (row: number) => number,
): FormIndex {
  const firstWords = new Set<number>();
  const prefixes = new Set<number>();
  const forms = hashForms(all, firstWords, prefixes);
  const buckets = fillBuckets(forms);

  const edges = u32List(buckets.length * 2 + 2);
  const fingerprints = u32List(forms.length);
  const entities = u32List(all.length);
  const traits = new Uint8Array(all.length * 2);
  const conditions = u32List();
  const company = u32List();
  const spellings: Array<readonly [hash: number, candidate: number]> = [];

  for (const bucket of buckets) {
    edges.push(fingerprints.length, entities.length);
    for (const form of bucket) {
      fingerprints.push(form.fingerprint);
      const priors = priorsOf(form.candidates, (candidate) => prominence(rowOf.get(candidate.entity)!));
      form.candidates.forEach((candidate, index) => {
        const number = entities.length;
        const conditional = candidate.company.length > 0 || candidate.from !== null || candidate.to !== null;
        if (conditional) {
          const day = (value: string | null): number => (value === null ? 0 : packDate(value)!);
          conditions.push(number, company.length, candidate.company.length, day(candidate.from), day(candidate.to));
          company.push(...candidate.company.map((key) => rowOf.get(key)!).sort((one, other) => one - other));
        }
        traits[number * 2] = Math.max(1, Math.round(priors[index]! * 255));
        traits[number * 2 + 1] =
          FORM_USES.indexOf(candidate.use) |
          (CASE_RULES.indexOf(candidate.caseRule) << CANDIDATE_CASE_SHIFT) |
          (conditional ? CANDIDATE_CONDITION : 0) |
          (index === form.candidates.length - 1 ? CANDIDATE_LAST : 0);
        const bones = candidate.transliterated && isOwnName(candidate) ? skeleton(candidate.form) : null;
        if (bones !== null) spellings.push([stemHash(bones), number]);
        entities.push(rowOf.get(candidate.entity)!);
      });
    }
  }
  edges.push(fingerprints.length, entities.length);
  spellings.sort((one, other) => one[0] - other[0] || one[1] - other[1]);

  return {
    formCount: fingerprints.length,
    sections: {
      firstWords: firstWordFilter(firstWords),
      prefixes: prefixFilter(prefixes),
      buckets: edges.done(),
      fingerprints: fingerprints.done(),
      candidateEntities: entities.done(),
      candidateTraits: traits,
      conditions: conditions.done(),
      company: company.done(),
      skeletons: Uint32Array.from([...spellings.map(([hash]) => hash), ...spellings.map(([, candidate]) => candidate)]),
    },
  };
}

const isOwnName = (form: SurfaceForm): boolean => form.use === 'name' || form.use === 'short';

function hashForms(all: readonly SurfaceForm[], firstWords: Set<number>, prefixes: Set<number>): HashedForm[] {
  const scan = createWordScan();
  const byFolded = new Map<string, HashedForm>();
  for (const form of all) {
    let slot = 0;
    let shorter = 0;
    let check = 0;
    let count = 0;
    for (let from = 0; scan.next(form.form, from); from = scan.resume) {
      slot = joinSlot(slot, scan.hash);
      check = joinCheck(check, scan.check);
      if (++count === 1) {
        // Two numbers a word: with and without a capital (see `firstWordBit`).
        const capital = isCapital(form.form.charCodeAt(scan.start));
        if (form.caseRule === 'any' || !capital) firstWords.add((scan.hash >>> 0) * 2);
        firstWords.add((scan.hash >>> 0) * 2 + 1);
      } else if (count === 2) prefixes.add(finish(slot));
      else prefixes.add(goesOn(shorter));
      shorter = slot;
    }
    if (count === 1) prefixes.add(finish(slot));
    const known = byFolded.get(form.folded);
    if (known) known.candidates.push(form);
    else byFolded.set(form.folded, { slot: finish(slot), fingerprint: finish(check), candidates: [form] });
  }
  const forms = [...byFolded.values()];
  for (const form of forms) form.candidates.sort(byEntityAndUse);
  return forms;
}

const byEntityAndUse = (one: SurfaceForm, other: SurfaceForm): number =>
  compare(one.entity, other.entity) ||
  FORM_USES.indexOf(one.use) - FORM_USES.indexOf(other.use) ||
  compare(`${one.from}${one.to}${[...one.company].sort()}`, `${other.from}${other.to}${[...other.company].sort()}`);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Forms by bucket, those with many candidates last, so that finding one form's candidates passes few others'.
 * Two forms with one fingerprint in one bucket could not be told apart: then another number of buckets is taken.
 */
function fillBuckets(forms: readonly HashedForm[]): HashedForm[][] {
  for (let bucketCount = Math.max(1, Math.ceil(forms.length / FORMS_PER_BUCKET)); ; bucketCount++) {
    const buckets: HashedForm[][] = Array.from({ length: bucketCount }, () => []);
    for (const form of forms) buckets[bucketOf(form.slot, bucketCount)]!.push(form);
    for (const bucket of buckets) {
      bucket.sort(
        (one, other) => one.candidates.length - other.candidates.length || one.fingerprint - other.fingerprint,
      );
    }
    if (buckets.every((bucket) => new Set(bucket.map((form) => form.fingerprint)).size === bucket.length))
      return buckets;
  }
}

/** Shares of the entities in a form: by the weights of the tables where they differ, else by prominence. */
function priorsOf(candidates: readonly SurfaceForm[], prominence: (candidate: SurfaceForm) => number): number[] {
  const weighted = candidates.some((candidate) => candidate.weight !== candidates[0]!.weight);
  const shares = candidates.map((candidate) =>
    weighted ? candidate.weight : 2 ** (prominence(candidate) / PROMINENCE_DOUBLING),
  );
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

function firstWordFilter(words: ReadonlySet<number>): Uint32Array {
  const wanted = Math.ceil(Math.log2(Math.max(1, words.size * BITS_PER_FIRST_WORD)));
  const bits = Math.min(LARGEST_FILTER_BITS, Math.max(SMALLEST_FILTER_BITS, wanted));
  const filter = new Uint32Array(2 ** (bits - 5));
  for (const word of words) {
    const bit = firstWordBit(Math.floor(word / 2) | 0, word % 2 === 1, 32 - bits);
    filter[bit >>> 5]! |= 1 << (bit & 31);
  }
  return filter;
}

function prefixFilter(prefixes: ReadonlySet<number>): Uint32Array {
  const filter = new Uint32Array(Math.max(1, Math.ceil(prefixes.size * LANES_PER_PREFIX)));
  for (const prefix of prefixes) filter[bucketOf(prefix, filter.length)]! |= laneBits(prefix);
  return filter;
}
