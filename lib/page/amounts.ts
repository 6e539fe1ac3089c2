/** A paragraph shorter than this says nothing about where the story stands. */
export const PARAGRAPH_TEXT = 40;
/** Characters of prose below which a page that only claims to be an article is none. Paywall stubs have some 200. */
export const CLAIMED_ARTICLE_TEXT = 160;
/** Of what does not say that it is a story only paragraphs of this length count: a list has many short ones. */
export const LONG_PARAGRAPH = 100;
/** Long paragraphs that stand together, from which on a page looks like a story though it does not say that it is one. */
export const STORY_TEXT = 400;
/** How many letters of an alphabet one of Chinese or Japanese counts for. */
export const DENSE_LETTER = 3;
