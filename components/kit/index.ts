export { Button } from './button';
export { formatBytes } from './bytes';
export { DayChoice, type DayChoiceProps, type StoryDays } from './day-choice';
export { formatClock, formatDay, formatMoment, formatMonth, formatPartialDate, formatSpan } from './dates';
export type { Read } from './read';
export { Switch } from './switch';
export * from './text';
