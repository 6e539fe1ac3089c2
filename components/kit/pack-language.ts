/**
 * In which language packs tell glosses, backgrounds and free words: for screen readers, and for whoever hyphenates. Names are said
 * in none.
 */
export const PACK_LANGUAGE = 'en';
