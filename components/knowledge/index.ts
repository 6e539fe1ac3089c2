export { type EntityPageProps, EntityPageView } from './entity-page';
export { KnowledgeView } from './knowledge-view';
export { SourceList, sourceNumbers } from './source-list';
export { SourceRef, sourceKey } from './source-ref';
