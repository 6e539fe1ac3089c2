/**
 * Names and texts written by others (a wiki, an imported pack), without invisible characters. A control that reverses
 * the direction makes one name look like another; left open, it also reverses what follows.
 */

/**
 * Invisible but part of writing: joiners in scripts with joined letters (Persian, Hindi) and in emoji, and variation
 * selectors of ideographs.
 */
const WRITING =
  '(?<=[\\p{L}\\p{M}])(?<![\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}])[\\u200c\\u200d](?=[\\p{L}\\p{M}])|' +
  '(?<=\\p{ExtPict}\\ufe0f?)\\u200d(?=\\p{ExtPict})|(?<=\\p{Emoji})\\ufe0f|(?<=\\p{sc=Han})[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]';

const UNSEEN = new RegExp(`(${WRITING})|[\\p{DI}\\p{Cc}\\p{Cs}\\ufff9-\\ufffb]`, 'gu');
const SPACES = /[\s\u2028\u2029]+/g;

/** A shortcut for nearly all; the others cost a microsecond more. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** For a name, a title, a line: text among other words. */
export const plainLabel = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(SPACES, ' ').replace(UNSEEN, '$1').trim();

/** Embedding, override and isolate controls; direction marks stay, since a text of several scripts needs them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]|(?![\n\t])\p{Cc}/gu;

/** For text in paragraphs, each in its own block. */
export const plainText = (text: string): string => text.replace(TURNING, '');
