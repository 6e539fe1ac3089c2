import type { CaseRule, FormUse } from '../../pack';
import type { Option, Ref } from './shelf';

/** What the story itself says that words mean: fields in the order of `shelf.ts`, so that all options are of one shape. */
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
