import { KINDS, type Kind } from '../../facts';
import { CASE_RULES, type CaseRule, FORM_USES, type FormUse } from '../../pack';
import type { Option } from '../known/shelf';
import { type Sign, type Signs, signs } from '../read/signs';

/** Which candidates evidence applies to, by the tables, the number of words, and what stands around. */
export interface Scope {
  readonly kinds?: readonly Kind[];
  readonly words?: 'one' | 'many';
  readonly uses?: readonly FormUse[];
  readonly cases?: readonly CaseRule[];
  readonly via?: readonly Option['via'][];
  /** At least one of these signs must be there. */
  readonly beside?: readonly Sign[];
}

interface Scoped {
  readonly kind: Kind;
  readonly single: boolean;
  readonly option: Option;
  readonly signs: Signs;
}

export const NO_PERSON: readonly Kind[] = KINDS.filter((kind) => kind !== 'person');

/** The part of the scope that depends on the candidate alone, wherever it stands. */
export function isInTableScope({ kind, single, option }: Omit<Scoped, 'signs'>, only: Scope | undefined): boolean {
  const { kinds, words, uses, cases, via } = only ?? {};
  return (
    (kinds?.includes(kind) ?? true) &&
    (words === undefined || (words === 'one') === single) &&
    (uses?.includes(option.use) ?? true) &&
    (cases?.includes(option.caseRule) ?? true) &&
    (via?.includes(option.via) ?? true)
  );
}

/** The signs of which one must be there; all signs if none must. */
export const signsAsked = (only: Scope | undefined): Signs => (only?.beside ? signs(...only.beside) : ~0);

export const isInScope = (one: Scoped, only: Scope | undefined): boolean =>
  isInTableScope(one, only) && (only?.beside === undefined || (one.signs & signsAsked(only)) !== 0);

const numbered = <T extends string>(all: readonly T[]): Readonly<Record<T, number>> =>
  Object.fromEntries(all.map((one, at) => [one, at])) as Record<T, number>;

const KIND = numbered(KINDS);
const USE = numbered(FORM_USES);
const CASE = numbered(CASE_RULES);
const VIA = { form: 0, spelling: 1, story: 2 } as const;

/** The same number for all candidates that are alike in the tables. */
export function scopeNumber({ kind, single, option: { use, caseRule, via } }: Omit<Scoped, 'signs'>): number {
  const words = single ? 0 : 1;
  return (((KIND[kind] * FORM_USES.length + USE[use]) * CASE_RULES.length + CASE[caseRule]) * 3 + VIA[via]) * 2 + words;
}
