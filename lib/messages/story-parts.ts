/** The parts of messages about a story, as checked at the border: addresses, titles, passages. */
import * as v from 'valibot';
import { day } from './schema-parts';

/** Language of the text with the name: decides which wiki is asked first. */
export const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

/** Entities named in one story. */
export const NAMES_HERE = 5_000;
/** Characters in the words that name something. */
export const FORM_LENGTH = 400;
const URL_LENGTH = 4_000;
/** Chromium's limit for addresses. */
const LONGEST_ADDRESS = 2_100_000;

export const webAddress = v.pipe(
  v.string(),
  v.maxLength(URL_LENGTH),
  v.url(),
  v.check((url) => /^https?:\/\//i.test(url), 'only http and https'),
);

/**
 * A story's address. Some news sites append very long tracking parameters: without them it still leads there, or close,
 * and a passage is not lost because its address is too long.
 */
export const storyAddress = v.pipe(
  v.string(),
  v.maxLength(LONGEST_ADDRESS),
  v.transform((url) => (url.length <= URL_LENGTH ? url : (url.split(/[?#]/, 1)[0] ?? '').slice(0, URL_LENGTH))),
  webAddress,
);

/** A title or quoted passage: what one would copy by hand, not a whole page. */
const PRINTED_LENGTH = 20_000;
export const printed = v.pipe(v.string(), v.maxLength(PRINTED_LENGTH));
export const passage = v.strictObject({ text: printed, title: printed, url: storyAddress, day: v.nullable(day) });
