import type { CaseRule, FormUse } from '../../pack';
import type { Option, Ref } from './shelf';

/**
 * A meaning that the story itself gives to words. Fields in the order of `shelf.ts`, so that all options share one
 * shape.
 */
export const storyOption = (ref: Ref, use: FormUse, caseRule: CaseRule): Option => ({
  ref,
  use,
  caseRule,
  language: null,
  from: null,
  to: null,
  company: [],
  prior: 1,
  via: 'story',
});
