export { chooseItem } from './choose-item';
export type { Item, Label } from './item';
export * from './items-query';
export { readItems, readLabels, type WikiSite } from './read-items';
export { readSearch, searchQuery } from './search';
export { isTitle, readTitles, TITLES_A_QUESTION, type TitleAnswer, titlesQuery } from './titles';
export { type Batch, batchesOf } from './titles-for';
export { toRows, valuesOf } from './to-rows';
export type * from './types';
