export { MetView, type MetViewProps } from './met-view';
export { type RecallCard, RecallView, type RecallViewProps } from './recall-view';
