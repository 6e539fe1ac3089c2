/** The one change that turns an old text into a new one, as far as a textarea tells: only both texts are known. */

export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** Half a surrogate pair: a keyboard may send an emoji in two events, and Yjs would store a replacement character. */
const LONE_HALF = /\p{Surrogate}/gu;

export function withoutLoneHalves(text: string): string {
  return text.replace(LONE_HALF, '');
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Both texts are well formed; no cut splits a surrogate pair. Null: they are equal. */
export function findSplice(before: string, after: string): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--;
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}
