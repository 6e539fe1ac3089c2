/** Shapes of cells that many files of facts share. */
import * as v from 'valibot';

export const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'));
export const maybeText = v.optional(v.nullable(v.string()), null);
export const texts = v.optional(v.array(v.string()), []);
export const qid = v.pipe(v.string(), v.regex(/^Q[1-9]\d{0,8}$/, 'is no Wikidata id'));
export const maybeQid = v.optional(v.nullable(qid), null);
export const maybeNumber = v.optional(v.nullable(v.number()), null);
/** A year or a date: some files write numbers. */
export const maybeDate = v.optional(v.nullable(v.union([v.string(), v.number()])), null);
