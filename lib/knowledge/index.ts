export { agedEntities } from './aged-entities';
export { answerCard } from './answer-card';
export { answerPage, type KnownPage } from './answer-page';
export { answerRecall, type RecallQuery, type RecallSubject } from './answer-recall';
export { answerScan, type LinkStory } from './answer-scan';
export { answerSenses, type NameSenses } from './answer-senses';
export type * from './answers';
export { createArticleCache } from './article-cache';
export { type Articles, createArticles } from './articles';
export { createBundledPack } from './bundled-pack';
export { createChosenDays, storyAddressOf } from './chosen-days';
export { entityIn, nameIn, readDossier } from './dossier';
export { entitiesNamed } from './entities-named';
export { InstallError, type InstallProblem } from './install-error';
export { createPackInstaller, type InstallStep } from './install-pack';
export type * from './look-up';
export { createLookUp } from './look-up';
export { LOOKED_UP_LIMIT } from './looked-up/kept-bytes';
export { createLookedUpStore, type LookedUpStore } from './looked-up/looked-up-store';
export type * from './looked-up/name-state';
export { createNamesDesk, type NamesDesk, type NamesParts } from './looked-up/names-desk';
export { createOverlayPacks } from './looked-up/overlay-packs';
export { withOverlay } from './looked-up/packs-with-overlay';
export { createPrivateItems } from './looked-up/private-items';
export {
  createWorldDesk,
  type WorldDesk,
  type WorldFind,
  type WorldFinds,
  type WorldItem,
} from './looked-up/world-desk';
export { wikisOfLanguages } from './mediawiki/asked-wikis';
export { createMediaWikiClient, type MediaWikiClient } from './mediawiki/client';
export type { SourceError } from './mediawiki/source-error';
export { createWikiClient, type WikiClient } from './mediawiki/wiki-client';
export { createOpenPacks } from './open-packs';
export { OPEN_WORLD, type OpenWorld } from './open-world';
export { readChecksum, readPackAddress } from './pack-address';
export { type PackCredit, type PackCredits, readCredits } from './pack-credits';
export { createPackKeeper } from './pack-keeper';
export { overlapOf, type PackOverlap } from './pack-overlap';
export type { PackId } from './pack-places';
export { createPackShelf } from './pack-shelf';
export { createPauseMemory } from './pause-memory';
export type * from './pictures/picture-desk';
export type * from './pictures/picture-state';
export { createRequestLog, type RequestLog } from './request-log';
export {
  type FoundEntity,
  type FoundKnowledge,
  type KnowledgeOutline,
  type KnowledgeQuery,
  outlineOf,
  searchPacks,
} from './search-packs';
export type { NameSense } from './sense-reader';
export { settleLanguage, type TellLanguage } from './story-language';
export { unknownHere } from './unknown-here';
