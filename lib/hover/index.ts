export { inCorridor, inRect, type Point, type Rect } from './corridor';
export * from './delays';
export * from './types';
