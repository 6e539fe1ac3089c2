/**
 * The language of glosses, backgrounds and free words in packs: for screen readers and hyphenation. Names have none.
 */
export const PACK_LANGUAGE = 'en';
