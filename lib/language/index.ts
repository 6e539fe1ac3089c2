export type { Arena } from './arenas';
export { english } from './en/english';
export { genericWords, lesserBodies, partyWords } from './en/generic-words';
export { offices } from './en/offices';
export { tableNames } from './en/table-names';
export { titleTerms } from './en/title-terms';
export type * from './language';
export { languageOf } from './languages';
export { eitherNames, womensNames } from './womens-names';
