/**
 * The shape that every file of ours has on a remote, also those of a later Backstory. Transports show nothing else of a
 * folder: what a reader or a sync program put beside it is none of our business. `device-files/names.ts` reads the names.
 */
const SHAPE = /^[0-9a-f]{16}-[a-z][0-9a-z]{1,10}-[0-9a-f]{16}\.[a-z]{2,3}$/;

export const hasOurShape = (name: string): boolean => SHAPE.test(name);
