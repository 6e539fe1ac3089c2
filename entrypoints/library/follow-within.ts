/**
 * Repeats a redirected request in a frame that may reach only this one server: if it leads to another server, or to
 * http, the browser blocks it. Browsers hide the target of a redirect from code that does not follow it.
 */
import { frameWithin } from '../../lib/sync';

export async function followWithin(address: string, wishes: RequestInit) {
  const frame = await frameWithin(new URL(address).origin);
  try {
    const ask = frame.contentWindow as Window & typeof globalThis;
    const response = await ask.fetch(address, { ...wishes, redirect: 'follow' });
    // Removing the frame also ends its requests.
    return { response, done: () => frame.remove() };
  } catch (thrown) {
    frame.remove();
    throw thrown;
  }
}
