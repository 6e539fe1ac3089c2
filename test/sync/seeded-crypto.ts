/** The platform's randomness, seeded for one script: keys and Yjs' own clients are the same each time. */
import { createRandom } from './random';

export function seededCrypto(seed: number): () => void {
  const random = createRandom(seed ^ 0x5eed);
  const real = crypto.getRandomValues;
  const fake = <T extends ArrayBufferView | null>(view: T): T => {
    if (view) new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(random.bytes(view.byteLength));
    return view;
  };
  Object.defineProperty(crypto, 'getRandomValues', { value: fake, configurable: true, writable: true });
  return () => Object.defineProperty(crypto, 'getRandomValues', { value: real, configurable: true, writable: true });
}
