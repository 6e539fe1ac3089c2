export { inCorridor, inRect, type Point, type Rect } from './corridor';
export * from './delays';
export { initialHover, openCard, step } from './machine';
export { type Hover, type HoverSeams, runHover } from './run';
export * from './types';
