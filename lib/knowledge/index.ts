export { type ArticleCache, createArticleCache } from './article-cache';
export {
  type ArticleSettings,
  type Articles,
  createArticles,
} from './articles';
export { type BackstoryDatabase, createDatabase } from './database';
export {
  createMediaWikiClient,
  type MediaWikiClient,
} from './mediawiki/client';
export { createPackShelf, type PackShelf } from './pack-shelf';
export { createPauseMemory } from './pause-memory';
export {
  createRequestLog,
  type LoggedRequest,
  type RequestLog,
} from './request-log';
