export { Button } from './button';
export { formatBytes } from './bytes';
export { formatClock, formatDay, formatMoment, formatMonth, formatPartialDate, formatSpan } from './dates';
export { DayChoice, type DayChoiceProps, type StoryDays } from './day-choice';
export { lineWords, tieWords } from './fact-words';
<<<<<<< HEAD
export { isolate } from './isolate';
=======
export { type KeyLine, KeyList } from './key-list';
>>>>>>> 4557beb (feat(welcome): a story of the year to try, the button, the keys)
export { listOf } from './list-of';
export type { Read } from './read';
export { lineOfSense, replacesGloss, senseWords, whoWords } from './sense-words';
export { Switch } from './switch';
export * from './text';
export { saidOfTies, tieLines } from './tie-lines';
