/**
 * Stands in the build for the post-quantum keys of the age library (`@noble/post-quantum/hybrid.js`, 55 kB of the background
 * script), which Backstory neither makes nor takes: a ring is opened by a passphrase, and its own keys are X25519.
 */
const unused = (): never => {
  throw new Error('Backstory has no post-quantum keys.');
};

const noKeys = { getPublicKey: unused, encapsulate: unused, decapsulate: unused };

export { noKeys as MLKEM768P256, noKeys as MLKEM768X25519 };
