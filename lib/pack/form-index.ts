/** Reads the index of surface forms: from hashes to a form, from a form to its candidates. */
import { firstWhere } from '../lists';
import { skeleton, stemHash } from '../text';
import { fitsCaseCode } from './case-rule';
import { damaged } from './damaged';
import { slotOf } from './form-hash';
import {
  CANDIDATE_CASE,
  CANDIDATE_CASE_SHIFT,
  CANDIDATE_CONDITION,
  CANDIDATE_LAST,
  CANDIDATE_USE,
  CASE_CODE,
  CONDITION,
  CONDITION_FIELDS,
  FARTHEST_BLOCK,
  FORM_BLOCK,
} from './layout';
import { CASE_NUMBERS, LANGUAGE_NUMBERS, USE_NUMBERS, wordsByNumber } from './numbers';
import { unpackDay } from './packed-date';
import type { Section } from './section';
import type { Sections } from './sections';
import type { Candidate } from './types';

/**
 * The latest look-ups, found or not, by the lower bits of the slot hash: slot, fingerprint, form, case code. News
 * repeats its names, and these 64 kB stay in the processor's cache, unlike a table of megabytes.
 */
const RECENT_FORMS = 4096;
const RECENT_FIELDS = 4;

export interface FormIndex {
  /** The form with these finished hashes, if the case rule of any candidate allows it here; else -1. */
  find(slot: number, fingerprint: number, text: string, start: number, end: number): number;
  candidates(form: number): Candidate[];
  similar(name: string): Candidate[];
}

const USE_OF = wordsByNumber(USE_NUMBERS);
const CASE_OF = wordsByNumber(CASE_NUMBERS);
const LANGUAGE_OF = wordsByNumber(LANGUAGE_NUMBERS);

export function openFormIndex(sections: Sections, entityCount: number): FormIndex {
  const { forms, candidateEntities, candidateTraits, conditions, company, skeletons } = sections;
  const blockCount = forms.length / FORM_BLOCK;
  const stored = forms.view;
  const recent = new Int32Array(RECENT_FORMS * RECENT_FIELDS);

  /** A form's first candidate: skips those of earlier forms in its block. */
  const firstCandidate = (form: number): number => {
    const before = form % FORM_BLOCK;
    let candidate = forms.at(form - before);
    for (let passed = 1; passed < before; candidate++) {
      if (candidateTraits.at(candidate * 2 + 1) & CANDIDATE_LAST) passed++;
    }
    return candidate;
  };

  /** Number of the form, or -1. */
  const lookUp = (slot: number, fingerprint: number): number => {
    const wanted = fingerprint >>> 2;
    let block = slotOf(slot, blockCount);
    for (let distance = 0; distance <= FARTHEST_BLOCK; distance++) {
      const from = block * FORM_BLOCK;
      forms.check(from, from + FORM_BLOCK);
      for (let form = from + 1; form < from + FORM_BLOCK; form++) {
        const kept = stored[form]!;
        if (kept === 0) return -1;
        if (kept >>> 2 === wanted) return form;
      }
      if (++block === blockCount) block = 0;
    }
    return -1;
  };

  const read = (candidate: number): Candidate => {
    const entity = candidateEntities.at(candidate);
    const traits = candidateTraits.at(candidate * 2 + 1);
    const use = USE_OF.get(traits & CANDIDATE_USE);
    const caseRule = CASE_OF.get((traits >>> CANDIDATE_CASE_SHIFT) & CANDIDATE_CASE);
    if (entity >= entityCount || use === undefined || caseRule === undefined) throw damaged(`candidate ${candidate}`);
    const prior = candidateTraits.at(candidate * 2) / 255;
    const open = { company: [], from: null, to: null, language: null };
    return { entity, prior, use, caseRule, ...(traits & CANDIDATE_CONDITION ? condition(candidate) : open) };
  };

  const condition = (candidate: number): Pick<Candidate, 'company' | 'from' | 'to' | 'language'> => {
    const row = lowerBound(conditions, conditions.length / CONDITION_FIELDS, CONDITION_FIELDS, candidate);
    const field = (name: keyof typeof CONDITION): number => conditions.at(row * CONDITION_FIELDS + CONDITION[name]);
    if (field('candidate') !== candidate) throw damaged(`condition of candidate ${candidate}`);
    const from = unpackDay(field('from'));
    const to = unpackDay(field('to'));
    const end = field('company') + field('companyCount');
    const language = field('language') === 0 ? null : LANGUAGE_OF.get(field('language'));
    if (from === undefined || to === undefined || language === undefined || end > company.length)
      throw damaged(`condition ${row}`);
    const others = Array.from(company.range(field('company'), end));
    if (others.some((other) => other >= entityCount)) throw damaged(`company of condition ${row}`);
    return { company: others, from, to, language };
  };

  return {
    find(slot, fingerprint, text, start, end) {
      const at = (slot & (RECENT_FORMS - 1)) * RECENT_FIELDS;
      if (recent[at] !== slot || recent[at + 1] !== fingerprint || recent[at + 2] === 0) {
        const form = lookUp(slot, fingerprint); // throws if the pack is damaged; then nothing is cached
        recent[at] = slot;
        recent[at + 1] = fingerprint;
        recent[at + 2] = form + 2; // 0: nothing cached, 1: no such form
        recent[at + 3] = form < 0 ? 0 : stored[form]! & CASE_CODE;
      }
      const form = recent[at + 2]! - 2;
      return form >= 0 && fitsCaseCode(recent[at + 3]!, text, start, end) ? form : -1;
    },
    candidates(form) {
      if (!(form % FORM_BLOCK > 0 && form < forms.length && forms.at(form) > 0)) return [];
      const found: Candidate[] = [];
      for (let candidate = firstCandidate(form); ; candidate++) {
        found.push(read(candidate));
        if (candidateTraits.at(candidate * 2 + 1) & CANDIDATE_LAST) return found;
      }
    },
    similar(name) {
      const bones = skeleton(name);
      if (bones === null) return [];
      const hash = stemHash(bones);
      const count = skeletons.length / 2;
      const found: Candidate[] = [];
      for (let at = lowerBound(skeletons, count, 1, hash); at < count && skeletons.at(at) === hash; at++) {
        found.push(read(skeletons.at(count + at)));
      }
      return found;
    },
  };
}

/** The first of `count` ascending rows of `stride` numbers whose first number is at least `wanted`. */
const lowerBound = (section: Section<Uint32Array>, count: number, stride: number, wanted: number): number =>
  firstWhere(count, (row) => section.at(row * stride) >= wanted);
