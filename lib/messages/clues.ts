/** What a reader script may say about the day of its story, validated: a page could make up any of it. */
import * as v from 'valibot';
import type { Clues, DayClue } from '../dating';

const CLUES = 300;
const LONGEST = 2_000;

const text = v.pipe(v.string(), v.maxLength(LONGEST));
const place = v.pipe(v.number(), v.safeInteger());
const clue = v.strictObject({
  from: v.picklist(['json', 'meta', 'mark', 'text']),
  name: text,
  text,
  shown: v.optional(text),
  before: v.optional(text),
  near: text,
  nearLink: v.optional(v.boolean()),
  at: place,
}) satisfies v.GenericSchema<unknown, DayClue>;

export const clues = v.strictObject({
  address: text,
  canonical: text,
  language: text,
  headlines: v.pipe(v.array(text), v.maxLength(5)),
  top: place,
  prose: v.strictTuple([place, place]),
  clues: v.pipe(v.array(clue), v.maxLength(CLUES)),
}) satisfies v.GenericSchema<unknown, Clues>;
