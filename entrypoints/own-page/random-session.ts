/** A Yjs client: one an action or an open editor, never one a device. */
export const randomSession = (): number => crypto.getRandomValues(new Uint32Array(1))[0] as number;
