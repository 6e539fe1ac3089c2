/** A Yjs client id: one per action or open editor, never one per device. */
export const randomSession = (): number => crypto.getRandomValues(new Uint32Array(1))[0] as number;
