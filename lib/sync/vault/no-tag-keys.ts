/**
 * Replaces the age library's NIST curve in the build (`@noble/curves/nist.js`), used for recipients on hardware keys.
 * Backstory does not use them: a passphrase opens a ring, and its own keys are X25519.
 */
const unused = (): never => {
  throw new Error('Backstory has no keys on hardware.');
};

export const p256 = { Point: { fromBytes: unused }, getPublicKey: unused, getSharedSecret: unused };
