export { calendarDay } from './calendar-day';
export * from './count-days';
export * from './news-day';
export * from './order';
export * from './partial-date';
export * from './types';
