/**
 * Requests under the name and password of one remote: Basic at once, and a digest where the server asks for one. What is
 * sent along is under our hands alone: no cookie and no saved login of the browser, nothing out of its cache, and never
 * on to where a redirect points.
 */
import { createDigestContext, generateDigestAuthHeader, parseDigestAuth } from 'webdav/dist/node/auth/digest.js';
import type { WebDavAccess } from './webdav-access';

export interface PlainRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal: AbortSignal;
}

export const CAREFULLY = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const;

export function createLogin({ user, password }: Pick<WebDavAccess, 'user' | 'password'>) {
  const anonymous = user === '' && password === '';
  const basic = `Basic ${base64(`${user}:${password}`)}`;
  const digest = createDigestContext(user, password, '');
  // From before UTF-8 was agreed upon.
  const mayDigest = !anonymous && /^[\x20-\xff]*$/.test(user + password);

  function send({ method, url, headers, body, signal }: PlainRequest): Promise<Response> {
    const login = digest.hasDigestAuth ? generateDigestAuthHeader({ method, url }, digest) : basic;
    return fetch(url, {
      ...CAREFULLY,
      method,
      redirect: 'manual',
      headers: anonymous ? { ...headers } : { ...headers, Authorization: login },
      signal,
      ...(body !== undefined && { body: typeof body === 'string' ? body : body.slice() }),
    });
  }

  return async (request: PlainRequest): Promise<Response> => {
    const response = await send(request);
    if (response.status !== 401 || !mayDigest) {
      digest.nc++;
      return response;
    }
    // The same question again, also where the server only wants its riddle fresh.
    digest.hasDigestAuth = parseDigestAuth(response as never, digest);
    if (!digest.hasDigestAuth) return response;
    await response.body?.cancel().catch(() => {});
    const second = await send(request);
    if (second.status === 401) digest.hasDigestAuth = false;
    else digest.nc++;
    return second;
  };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
