/**
 * Requests with one remote's name and password: Basic at once, digest if the server asks for it. We control everything
 * that is sent: no cookies or logins saved in the browser, no cache, and no automatic redirects.
 */

import { bytesToHex } from '@noble/hashes/utils.js';
import { toBase64 } from '../../bytes';
import type { WebDavAccess } from '../../remote-kinds';
import { answerDigest } from './digest-answer';
import { type DigestChallenge, readDigestChallenge } from './digest-challenge';

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
  let session: DigestSession | null = null;
  // Other characters have no agreed encoding in older servers.
  const mayDigest = !anonymous && /^[\x20-\xff]*$/.test(user + password);

  function send({ method, url, headers, body, signal }: PlainRequest): Promise<Response> {
    const login = session ? answered(session, method, url) : basic;
    return fetch(url, {
      ...CAREFULLY,
      method,
      redirect: 'manual',
      headers: anonymous ? { ...headers } : { ...headers, Authorization: login },
      signal,
      ...(body !== undefined && { body: typeof body === 'string' ? body : body.slice() }),
    });
  }

  function answered(under: DigestSession, method: string, url: string): string {
    const { challenge, ownNonce } = under;
    under.count += 1;
    return answerDigest(challenge, { user, password, method, url, count: under.count, ownNonce });
  }

  return async (request: PlainRequest): Promise<Response> => {
    const response = await send(request);
    if (response.status !== 401 || !mayDigest) return response;
    // Retry also if the server only wants a fresh nonce.
    const challenge = readDigestChallenge(response.headers.get('www-authenticate'));
    session = challenge && { challenge, ownNonce: someNonce(), count: 0 };
    if (!session) return response;
    await response.body?.cancel().catch(() => {});
    const second = await send(request);
    if (second.status === 401) session = null;
    return second;
  };
}

/** A server's digest challenge, used until it sends another. */
interface DigestSession {
  readonly challenge: DigestChallenge;
  readonly ownNonce: string;
  count: number;
}

const someNonce = (): string => bytesToHex(crypto.getRandomValues(new Uint8Array(16)));

function base64(text: string): string {
  return toBase64(new TextEncoder().encode(text));
}
