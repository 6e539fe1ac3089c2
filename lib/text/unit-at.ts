const { charCodeAt } = String.prototype;

/**
 * `text.charCodeAt(at)` for strings of all internal kinds: whole, sliced, joined, one-byte and two-byte. With more than
 * four kinds an engine looks the method up for each letter, unless told which one is meant.
 */
export const unitAt = (text: string, at: number): number => charCodeAt.call(text, at);
