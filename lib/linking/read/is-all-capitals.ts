const ALL = /^\p{Lu}+$/u;

/** Does the word consist of nothing but capital letters? */
export function isAllCapitals(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) return ALL.test(text.slice(start, end));
    if (unit < 0x41 || unit > 0x5a) return false;
  }
  return end > start;
}
