/**
 * In the build, in place of `@aklinker1/zero-serialize-error`: how errors cross from one of our scripts to another. Left
 * out are errors within errors, of which ours have none, and the stack, which is nobody's business in a page.
 */
export const serializeError = (thrown: Error): object => ({ ...thrown, message: thrown.message });

export const deserializeError = (told: Error): Error => Object.assign(new Error(told.message), told);
