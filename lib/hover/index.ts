export { inCorridor, type Rect } from './corridor';
export * from './delays';
export { initialHover, openCard, restingOf, step } from './machine';
export { timeToLook } from './pace';
export { type Hover, runHover } from './run';
export { initialShell, stepShell } from './shell/machine';
export type { ShellEffect, ShellEvent, ShellState } from './shell/types';
export * from './types';
