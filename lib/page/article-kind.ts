/** `live`: a story in posts. `page`: no story, read because the reader asked for it; its headlines are its text. */
export type ArticleKind = 'story' | 'live' | 'page';
