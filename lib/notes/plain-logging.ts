/**
 * Replaces in the build what Yjs logs to the console with (`lib0/logging`), which includes colours, a page to write
 * into and node checks: a good part of Yjs for two sentences that nobody should see.
 */
const STYLES = ['BOLD', 'UNBOLD', 'RED', 'ORANGE'].map((name) => Symbol(name));
export const [BOLD, UNBOLD, RED, ORANGE] = STYLES;

const words = (said: readonly unknown[]): readonly unknown[] => said.filter((part) => typeof part !== 'symbol');

export const print = (...said: readonly unknown[]): void => console.log(...words(said));
export const warn = (...said: readonly unknown[]): void => console.warn(...words(said));
