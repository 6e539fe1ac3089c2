export { Button } from './button';
export { formatBytes } from './bytes';
export { formatClock, formatDay, formatMoment, formatMonth, formatPartialDate, formatSpan } from './dates';
export { DayChoice, type DayChoiceProps, type StoryDays } from './day-choice';
export { lineWords, tieWords } from './fact-words';
export type { Read } from './read';
export { Switch } from './switch';
export * from './text';
export { saidOfTies, tieLines } from './tie-lines';
