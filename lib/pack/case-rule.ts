import { isCapital, LETTER, letterOf } from '../text';
import type { CaseRule } from './types';

/** Lower case, longer acronyms are rarely a different word: "Unesco". */
const LONGEST_EXACT = 5;
const PLURAL = 's'.charCodeAt(0);

/** The rule implied by how a form is written (see `CASE_RULES`). */
export function caseRuleOf(form: string): CaseRule {
  // "ICBMs": the lower-case s is not a fifth letter of an acronym.
  if (acronymLetters(form, 0, form.length) > 0 && acronymLetters(form, 0, form.length) <= LONGEST_EXACT) return 'exact';
  return firstLetterIsCapital(form, 0, form.length) ? 'initial' : 'any';
}

/** May a form with this rule stand here in the text? */
export function fitsCase(rule: CaseRule, text: string, start: number, end: number): boolean {
  if (rule === 'any') return true;
  return rule === 'initial' ? firstLetterIsCapital(text, start, end) : acronymLetters(text, start, end) > 0;
}

/**
 * The rules of all candidates of a form in two bits, which the fingerprint table keeps beside each fingerprint:
 * 0 one of them is `any`, 1 all are `initial`, 2 all are `exact`, 3 there are both of these.
 */
export function caseCodeOf(rules: readonly CaseRule[]): number {
  if (rules.includes('any')) return 0;
  return (rules.includes('initial') ? 1 : 0) + (rules.includes('exact') ? 2 : 0);
}

/** May a form with this case code stand here: does any candidate's rule fit? */
export function fitsCaseCode(code: number, text: string, start: number, end: number): boolean {
  return (
    code === 0 ||
    ((code & 1) !== 0 && firstLetterIsCapital(text, start, end)) ||
    ((code & 2) !== 0 && acronymLetters(text, start, end) > 0)
  );
}

function firstLetterIsCapital(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isCapital(unit)) return true;
    if (isSmall(unit)) return false;
  }
  return false;
}

/** How many letters a word has, if written like an acronym (mostly capitals, at least two, or a single one); else 0. */
function acronymLetters(text: string, start: number, end: number): number {
  let capitals = 0;
  let letters = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isCapital(unit)) capitals++;
    if (isCapital(unit) || isSmall(unit)) letters++;
  }
  // "MPs" is a plural, never the MPS.
  if (letters === capitals + 1 && capitals > 1 && text.charCodeAt(end - 1) === PLURAL) return 0;
  return capitals * 2 > letters && (capitals > 1 || letters === 1) ? letters : 0;
}

/** A lower-case letter of a script that has case; digits and marks are neither. */
function isSmall(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  if (letterOf(unit) <= LETTER) return false;
  const character = String.fromCharCode(unit);
  return character.toUpperCase() !== character;
}
