/** Two devices each know half of a note, and each half refers to the other. Found by `merge-laws.test.ts`. */
import { expect, it } from 'vitest';
import { createDevice } from './device';

const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));

const HALVES = [
  'BQHBIgCIviIKAX2AlyICwCIAiL0iAAF9oIsRKAEEbWV0YQhkZWxldGlvbgF2AgJhdH2gixECb2Z3IDJlN2EwMWFmNjE4NTE0OWZjZWY5NjU3MjUwNjdhMGMxA78iHoi/Ig4BfaDtGsS/Ihu/IhwN5Lic5Lid8KCAnuS4n4i/Ih4BfYCIJwi+IgAhAQRtZXRhCWNoYW5nZWRBdAEEAQR0ZXh0BuS4geS4goS+IgIK8KCAg+S4hOS4hSgBBG1ldGEEbmFtZQF3CUFuYSBTaWx2YSgBBG1ldGEEa2luZAF3BnBlcnNvbigBBG1ldGEJY3JlYXRlZEF0AX2A8QSBviIAAcS+IgK+IgMD5LiXAr0iAIi/IgABfaCaDMS/Ige/IggN5LiN5LiO8KCAj+S4kAO/IgUAAQ4BEAYaAh4GviICAAcKAr0iAQAB',
  'AQq/IgAhAQRtZXRhCWNoYW5nZWRBdAEEAQR0ZXh0CvCggIbkuIfkuIiEvyIEDvCggInkuIrkuIvwoICMKAEEbWV0YQRuYW1lAXcJQW5hIFNpbHZhKAEEbWV0YQRraW5kAXcGcGVyc29uKAEEbWV0YQljcmVhdGVkQXQBfaCpB4i/IgABfYDEE8S/IgS/IgUU5LiR8KCAkuS4k+S4lPCggJXkuJaIwCIBAX7EvyICvyIDDvCggJjkuJnkuJrwoICbAsAiAQEBvyIBAAE=',
].map((half) => ({ doc: 'note:ana' as const, update: bytes(half) }));
const WHOLE = '𠀆𠀘𠀛万丈丑世𠀉上不与𠀏丐下𠀌';

it.each([
  ['one after the other', [HALVES.slice(0, 1), HALVES.slice(1)]],
  ['the other way about', [HALVES.slice(1), HALVES.slice(0, 1)]],
  ['together', [HALVES]],
])('the halves of an emoji become whole when they come %s', async (_how, deliveries) => {
  const device = createDevice();
  for (const updates of deliveries) await device.ledger.accept('account', updates, []);
  expect((await device.store.read('ana'))?.text).toBe(WHOLE);
});
