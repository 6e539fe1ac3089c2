/**
 * JSON.parse for files from strangers. In Chromium a worker that runs out of memory kills its page, and a hundred
 * million brackets suffice: levels and tokens are counted first.
 */

/** Four are in use. */
const DEEPEST = 64;
/** Brackets, commas and strings: a backed-up note has about forty, a passage in it twenty. */
const MOST_SIGNS = 20_000_000;

/** @throws SyntaxError or RangeError */
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
    if (depth > DEEPEST || signs > MOST_SIGNS) throw new RangeError('more nested or longer than any backup');
  }
  return JSON.parse(text);
}

/** The position of the next unescaped quotation mark. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (before > from && text[before - 1] === '\\') before--;
    if ((at - before) % 2 === 0) return at;
  }
  return text.length;
}
