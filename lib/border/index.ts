/** The border between a page and its card: which frame is ours, and what goes in and out of it. */
export { type Door, openDoor, takeDoor } from './door';
export { createFrameLine, type FrameLine } from './frame-line';
export { cardDocument, isNudge, type Nudge } from './marks';
export type { Port } from './port';
export { createSwitchboard, type Switchboard } from './switchboard';
