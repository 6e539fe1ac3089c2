export { Card } from './card';
export type { CardCalls, CardProps } from './props';
