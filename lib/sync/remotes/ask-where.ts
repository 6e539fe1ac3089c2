/**
 * Finds out where a redirect leads, which browsers reveal only to those who follow it. The request carries nothing of
 * ours, and is made in a frame that can reach this one server alone.
 */
import { frameWithin } from './frame-within';
import { CAREFULLY } from './webdav-login';
import type { AskWhere } from './webdav-redirect';

export const askWhere: AskWhere = async (url, signal) => {
  const frame = await frameWithin(new URL(url).origin);
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
