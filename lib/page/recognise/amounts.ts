/** A shorter paragraph says nothing about where the story is. */
export const PARAGRAPH_TEXT = 40;
/** Characters of prose below which a page that only claims to be an article is none. Paywall stubs have about 200. */
export const CLAIMED_ARTICLE_TEXT = 160;
/** On a page that does not claim to be a story only paragraphs this long count: lists have many short ones. */
export const LONG_PARAGRAPH = 100;
/** This much text in long paragraphs close together looks like a story even if the page does not claim to be one. */
export const STORY_TEXT = 400;
/** How many alphabetic letters a Chinese or Japanese one counts for. */
export const DENSE_LETTER = 3;
