export * from './advise';
export * from './read-table';
export * from './read-tables';
