/**
 * Asks once more where a server sends on, in a frame that reaches this one server alone: sent to another one, or to http, the
 * browser stops the request. Browsers hide where a redirect leads from whoever does not follow it.
 */
import { frameWithin } from '../../lib/sync';

export async function followWithin(address: string, wishes: RequestInit) {
  const frame = await frameWithin(new URL(address).origin);
  try {
    const ask = frame.contentWindow as Window & typeof globalThis;
    const response = await ask.fetch(address, { ...wishes, redirect: 'follow' });
    // With the frame its requests go, too.
    return { response, done: () => frame.remove() };
  } catch (thrown) {
    frame.remove();
    throw thrown;
  }
}
