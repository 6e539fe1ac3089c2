export * from './card-view';
export * from './model';
