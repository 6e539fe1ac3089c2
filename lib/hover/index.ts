export { inCorridor, type Rect } from './corridor';
export * from './delays';
export { initialHover, openCard, step } from './machine';
export { timeToLook } from './pace';
export { type Hover, runHover } from './run';
export * from './types';
