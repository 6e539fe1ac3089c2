export { currentChoices } from './current-choices';
export { forgetBlocks } from './forget-blocks';
export { linkStory } from './link-story';
export { memoryFromText, memoryToText } from './memory-text';
export type { ScanAnswer, ScanStory } from './scan-answer';
export * from './types';
export { findUnknownNames } from './unknown/find-unknown-names';
export type { NamePlace, SaidOf, UnknownKind, UnknownName } from './unknown/types';
