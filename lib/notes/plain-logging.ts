/**
 * Replaces in the build what Yjs logs to the console with (`lib0/logging`), which includes colours, a page to write
 * into and node checks: a good part of Yjs for two sentences that nobody should see. A colour is no word here.
 */
export const BOLD = '';
export const UNBOLD = '';
export const RED = '';
export const ORANGE = '';

export const print = (...said: readonly unknown[]): void => console.log(...said);
export const warn = (...said: readonly unknown[]): void => console.warn(...said);
