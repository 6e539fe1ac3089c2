/** Keeps a name of either direction from tearing the sentence around it: U+2068 … U+2069 isolate. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;
