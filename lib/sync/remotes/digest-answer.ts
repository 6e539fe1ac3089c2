/** The answer to a digest challenge: the `Authorization` header of one request. */
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DigestChallenge } from './digest-challenge';

export interface DigestQuestion {
  readonly user: string;
  readonly password: string;
  readonly method: string;
  readonly url: string;
  /** The number of this request under this challenge, from 1. */
  readonly count: number;
  /** Our own nonce, the same for all requests. */
  readonly ownNonce: string;
}

export function answerDigest(challenge: DigestChallenge, question: DigestQuestion): string {
  const { realm, nonce, opaque, algorithm, counted } = challenge;
  const { user, password, method, url, count, ownNonce } = question;
  const { pathname, search } = new URL(url);
  const uri = pathname + search;
  const nc = count.toString(16).padStart(8, '0');
  const session = /-sess$/i.test(algorithm);

  const plain = hash(user, realm, password);
  const who = session ? hash(plain, nonce, ownNonce) : plain;
  const what = hash(method, uri);
  const response = counted ? hash(who, nonce, nc, ownNonce, 'auth', what) : hash(who, nonce, what);

  // Quoted values are still escaped as they came.
  const parts = [`username="${user.replace(/["\\]/g, '\\$&')}"`, `realm="${realm}"`, `nonce="${nonce}"`];
  parts.push(`uri="${uri}"`, `response="${response}"`);
  if (algorithm !== '') parts.push(`algorithm=${algorithm}`);
  if (opaque !== '') parts.push(`opaque="${opaque}"`);
  if (counted) parts.push('qop=auth', `nc=${nc}`);
  if (counted || session) parts.push(`cnonce="${ownNonce}"`);
  return `Digest ${parts.join(', ')}`;
}

const hash = (...parts: readonly string[]): string => bytesToHex(md5(utf8ToBytes(parts.join(':'))));
