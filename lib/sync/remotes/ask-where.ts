/**
 * Finds out where a redirect leads, which browsers hide from whoever does not follow it. The question carries nothing of
 * ours, and is asked in a frame whose policy lets it reach this one server: sent to another one, the browser stops it
 * before anybody hears of it. For pages; a service worker has no frames.
 */
import { CAREFULLY } from './webdav-login';
import type { AskWhere } from './webdav-redirect';

export const askWhere: AskWhere = async (url, signal) => {
  const frame = await openFrame(new URL(url).origin);
  try {
    const ask = frame.contentWindow as Window & typeof globalThis;
    const response = await ask.fetch(url, { ...CAREFULLY, method: 'PROPFIND', headers: { Depth: '0' }, signal });
    await response.body?.cancel().catch(() => {});
    return response.redirected ? response.url : null;
  } catch {
    signal.throwIfAborted();
    return null;
  } finally {
    frame.remove();
  }
};

function openFrame(origin: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  // An origin has no quotes and no semicolons.
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src ${origin}">`;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(frame), { once: true });
    document.body.append(frame);
  });
}
