/**
 * Names and texts that others wrote (a wiki, an imported pack), without what no reader sees. A control that turns the letters
 * round makes one name look like another; one that is left open turns round what stands behind it, too.
 */

/**
 * Invisible, but a part of writing: joiners in scripts whose letters join (Persian, Hindi), those of emoji, and the
 * selectors of an ideograph's shape.
 */
const WRITING =
  '(?<=[\\p{L}\\p{M}])(?<![\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}])[\\u200c\\u200d](?=[\\p{L}\\p{M}])|' +
  '(?<=\\p{ExtPict}\\ufe0f?)\\u200d(?=\\p{ExtPict})|(?<=\\p{Emoji})\\ufe0f|(?<=\\p{sc=Han})[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]';

const UNSEEN = new RegExp(`(${WRITING})|[\\p{DI}\\p{Cc}\\p{Cs}\\ufff9-\\ufffb]`, 'gu');
const SPACES = /[\s\u2028\u2029]+/g;

/** Nearly all of them; the others cost a microsecond more. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** For a name, a title, a line: what stands among other words. */
export const plainLabel = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(SPACES, ' ').replace(UNSEEN, '$1').trim();

/** Controls that embed, override and isolate; marks of direction stay, since a text of several scripts needs them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]|(?![\n\t])\p{Cc}/gu;

/** For a text of paragraphs, which stand in blocks of their own. */
export const plainText = (text: string): string => text.replace(TURNING, '');
