export * from './card-view';
export * from './compose-card';
export { composePage, type EntityPage } from './compose-page';
export * from './model';
export * from './named-entity';
export * from './place-in-time';
export * from './properties';
export * from './tell-fact';
export { withoutOutdated } from './without-outdated';
