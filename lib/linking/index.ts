export { currentChoices } from './decide/current-choices';
export { isKnown, knownKindOf } from './known/known-kind';
export { linkStory } from './link-story';
export type { ScanAnswer, ScanStory } from './scan-answer';
export * from './types';
export { findUnknownNames } from './unknown/find-unknown-names';
export type { NamePlace, SaidOf, UnknownKind, UnknownName } from './unknown/types';
export { forgetMentions, type GoneMention } from './visit/forget-mentions';
export { memoryFromText, memoryToText } from './visit/memory-text';
