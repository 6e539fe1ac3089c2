export { english } from './en/english';
export { genericWords, partyWords } from './en/generic-words';
export { offices } from './en/offices';
export { tableNames } from './en/table-names';
export type * from './language';
export { languageOf } from './languages';
