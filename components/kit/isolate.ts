/** Keeps a name of the other direction from breaking up its sentence: U+2068 … U+2069 isolate. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;
