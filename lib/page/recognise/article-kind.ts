/** `live`: a story in posts. `page`: not a story, read on the reader's request; its headlines are its text. */
export type ArticleKind = 'story' | 'live' | 'page';
