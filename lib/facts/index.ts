export * from './card-view';
export * from './compose-card';
export * from './model';
export * from './partial-date';
export * from './place-in-time';
