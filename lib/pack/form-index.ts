/** Reads the index of surface forms: from hashes to a form, from a form to its candidates. */
import { skeleton, stemHash } from '../text';
import { fitsCase } from './case-rule';
import { bucketOf } from './form-hash';
import {
  CANDIDATE_CASE,
  CANDIDATE_CASE_SHIFT,
  CANDIDATE_CONDITION,
  CANDIDATE_LAST,
  CANDIDATE_USE,
  CONDITION,
  CONDITION_FIELDS,
} from './layout';
import { unpackDate } from './packed-date';
import { damaged, numberAt, type Views } from './sections';
import { CASE_RULES, type Candidate, FORM_USES } from './types';

/** Forms of a bucket are Poisson-spread around four; this many are never met in an honest pack. */
const FULLEST_BUCKET = 255;

export interface FormIndex {
  /** Number of the form with these finished hashes, if any candidate's case rule lets it stand there; else -1. */
  find(slot: number, fingerprint: number, text: string, start: number, end: number): number;
  candidates(form: number): Candidate[];
  similar(name: string): Candidate[];
}

export function openFormIndex(views: Views, entityCount: number): FormIndex {
  const { buckets, fingerprints, candidateEntities, candidateTraits, conditions, company, skeletons } = views;
  const bucketCount = buckets.length / 2 - 1;

  /** The first candidate of a form: those of the forms before it in its bucket are passed by. */
  const firstCandidate = (bucket: number, form: number): number => {
    let candidate = numberAt(buckets, bucket * 2 + 1);
    let before = form - numberAt(buckets, bucket * 2);
    if (before < 0 || before > FULLEST_BUCKET) throw damaged(`bucket of form ${form}`);
    for (; before > 0; candidate++) {
      if (numberAt(candidateTraits, candidate * 2 + 1) & CANDIDATE_LAST) before--;
    }
    return candidate;
  };

  const bucketOfForm = (form: number): number => {
    let low = 0;
    let high = bucketCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (buckets[middle * 2]! <= form) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /** May any candidate from `first` to the last of its form stand at these places, by its case rule? */
  const fits = (first: number, text: string, start: number, end: number): boolean => {
    let tried = 0;
    for (let candidate = first; ; candidate++) {
      const traits = numberAt(candidateTraits, candidate * 2 + 1);
      const rule = (traits >>> CANDIDATE_CASE_SHIFT) & CANDIDATE_CASE;
      if (!(tried & (1 << rule)) && fitsCase(CASE_RULES[rule] ?? 'exact', text, start, end)) return true;
      tried |= 1 << rule;
      if (traits & CANDIDATE_LAST) return false;
    }
  };

  const read = (candidate: number): Candidate => {
    const entity = numberAt(candidateEntities, candidate);
    const traits = numberAt(candidateTraits, candidate * 2 + 1);
    const use = FORM_USES[traits & CANDIDATE_USE];
    const caseRule = CASE_RULES[(traits >>> CANDIDATE_CASE_SHIFT) & CANDIDATE_CASE];
    if (entity >= entityCount || use === undefined || caseRule === undefined) throw damaged(`candidate ${candidate}`);
    const prior = numberAt(candidateTraits, candidate * 2) / 255;
    const open = { company: [], from: null, to: null };
    return { entity, prior, use, caseRule, ...(traits & CANDIDATE_CONDITION ? condition(candidate) : open) };
  };

  const condition = (candidate: number): Pick<Candidate, 'company' | 'from' | 'to'> => {
    const row = lowerBound(conditions, conditions.length / CONDITION_FIELDS, CONDITION_FIELDS, candidate);
    const field = (name: keyof typeof CONDITION): number =>
      numberAt(conditions, row * CONDITION_FIELDS + CONDITION[name]);
    if (field('candidate') !== candidate) throw damaged(`condition of candidate ${candidate}`);
    const from = unpackDate(field('from'));
    const to = unpackDate(field('to'));
    const end = field('company') + field('companyCount');
    if (from === undefined || to === undefined || end > company.length) throw damaged(`condition ${row}`);
    const others = Array.from(company.subarray(field('company'), end));
    if (others.some((other) => other >= entityCount)) throw damaged(`company of condition ${row}`);
    return { company: others, from, to };
  };

  return {
    find(slot, fingerprint, text, start, end) {
      const bucket = bucketOf(slot, bucketCount);
      const from = buckets[bucket * 2]!;
      const to = buckets[bucket * 2 + 2]!;
      if (from > to || to > fingerprints.length || to - from > FULLEST_BUCKET) throw damaged(`bucket ${bucket}`);
      for (let form = from; form < to; form++) {
        if (fingerprints[form] === fingerprint) {
          return fits(firstCandidate(bucket, form), text, start, end) ? form : -1;
        }
      }
      return -1;
    },
    candidates(form) {
      if (!(form >= 0 && form < fingerprints.length)) return [];
      const found: Candidate[] = [];
      for (let candidate = firstCandidate(bucketOfForm(form), form); ; candidate++) {
        found.push(read(candidate));
        if (numberAt(candidateTraits, candidate * 2 + 1) & CANDIDATE_LAST) return found;
      }
    },
    similar(name) {
      const bones = skeleton(name);
      if (bones === null) return [];
      const hash = stemHash(bones);
      const count = skeletons.length / 2;
      const found: Candidate[] = [];
      for (let at = lowerBound(skeletons, count, 1, hash); at < count && skeletons[at] === hash; at++) {
        found.push(read(numberAt(skeletons, count + at)));
      }
      return found;
    },
  };
}

/** First of `count` ascending rows of `stride` numbers whose first number is not below `wanted`. */
function lowerBound(view: Uint32Array, count: number, stride: number, wanted: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (view[middle * stride]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
