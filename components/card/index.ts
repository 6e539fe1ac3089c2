export { Card } from './card';
export type { CardCalls, CardProps, Done, OpenEditor } from './props';
export { unknownAnswer, unknownView } from './unknown-view';
