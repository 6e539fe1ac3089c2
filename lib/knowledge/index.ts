export { answerCard, type CardParts, type CardQuestion } from './answer-card';
export { answerScan, type LinkStory, type ScanParts } from './answer-scan';
export { type ArticleCache, createArticleCache } from './article-cache';
export {
  type ArticleSettings,
  type Articles,
  createArticles,
} from './articles';
export { type BackstoryDatabase, createDatabase } from './database';
export { nameIn, readBackground, readDossier } from './dossier';
export {
  createMediaWikiClient,
  type MediaWikiClient,
} from './mediawiki/client';
export { createOpenPacks, type OpenPacks } from './open-packs';
export { createPackShelf, type PackShelf } from './pack-shelf';
export { createPauseMemory } from './pause-memory';
export {
  createRequestLog,
  type LoggedRequest,
  type RequestLog,
} from './request-log';
