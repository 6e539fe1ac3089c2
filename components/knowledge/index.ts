export { type EntityPageProps, EntityPageView } from './entity-page';
export { KnowledgeView } from './knowledge-view';
