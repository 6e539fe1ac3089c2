export { Button } from './button';
export { formatBytes } from './bytes';
export { formatClock, formatDay, formatMoment, formatMonth, formatPartialDate, formatSpan } from './dates';
export type { Read } from './read';
export { Switch } from './switch';
export * from './text';
