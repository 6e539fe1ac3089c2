export { Button } from './button';
export { formatClock, formatDay, formatMonth, formatPartialDate, formatSpan } from './dates';
export { Switch } from './switch';
export * from './text';
