/**
 * Replaces the age library's post-quantum keys in the build (`@noble/post-quantum/hybrid.js`, 55 kB of the background
 * script). Backstory does not use them: a passphrase opens a ring, and its own keys are X25519.
 */
const unused = (): never => {
  throw new Error('Backstory has no post-quantum keys.');
};

const noKeys = { getPublicKey: unused, encapsulate: unused, decapsulate: unused };

export { noKeys as MLKEM768P256, noKeys as MLKEM768X25519 };
