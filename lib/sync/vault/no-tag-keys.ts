/**
 * Stands in the build for the NIST curve of the age library (`@noble/curves/nist.js`), which it needs for recipients on hardware keys.
 * Backstory neither makes nor takes such: a ring is opened by a passphrase, and its own keys are X25519.
 */
const unused = (): never => {
  throw new Error('Backstory has no keys on hardware.');
};

export const p256 = { Point: { fromBytes: unused }, getPublicKey: unused, getSharedSecret: unused };
