export { Card } from './card';
export type { CardCalls, CardProps, Done, OpenEditor, Refusal } from './props';
export { unknownAnswer, unknownView } from './unknown-view';
