/**
 * JSON.parse for files of strangers. In Chromium a worker that runs out of memory takes its page with it, and a hundred
 * million brackets are enough: levels and signs are counted before.
 */

/** Four are in use. */
const DEEPEST = 64;
/** Brackets, commas and strings: a note in a backup has some forty, a passage in it twenty. */
const MOST_SIGNS = 20_000_000;

/** Throws a SyntaxError, or a RangeError. */
export function parseJson(text: string): unknown {
  let depth = 0;
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at + 1);
    else if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    else if (sign !== ',') continue;
    signs++;
    if (depth > DEEPEST || signs > MOST_SIGNS) throw new RangeError('more than a backup holds');
  }
  return JSON.parse(text);
}

/** Of the quotation mark that no backslash takes away. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (before > from && text[before - 1] === '\\') before--;
    if ((at - before) % 2 === 0) return at;
  }
  return text.length;
}
