export { Card } from './card';
export type { CardCalls, CardLink, CardProps } from './props';
