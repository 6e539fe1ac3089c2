/**
 * The name pattern of all our files on a remote, including those of later versions. Transports ignore everything else:
 * what a reader or a sync program puts there is not ours. `device-files/names.ts` parses the names.
 */
const SHAPE = /^[0-9a-f]{16}-[a-z][0-9a-z]{1,10}-[0-9a-f]{16}\.[a-z]{2,3}$/;

export const hasOurShape = (name: string): boolean => SHAPE.test(name);
