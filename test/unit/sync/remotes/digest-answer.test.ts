import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerDigest, type DigestQuestion } from '../../../../lib/sync/remotes/digest-answer';
import type { DigestChallenge } from '../../../../lib/sync/remotes/digest-challenge';

/** The example of RFC 2617, section 3.5. */
const OLDER = {
  challenge: {
    realm: 'testrealm@host.com',
    nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093',
    opaque: '5ccc069c403ebaf9f0171e9517f40e41',
    algorithm: '',
    counted: true,
  },
  question: {
    user: 'Mufasa',
    password: 'Circle Of Life',
    method: 'GET',
    url: 'http://www.nowhere.org/dir/index.html',
    count: 1,
    ownNonce: '0a4f113b',
  },
} satisfies { challenge: DigestChallenge; question: DigestQuestion };

/** The example of RFC 7616, section 3.9.1. */
const NEWER = {
  challenge: {
    realm: 'http-auth@example.org',
    nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
    opaque: 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
    algorithm: 'MD5',
    counted: true,
  },
  question: {
    ...OLDER.question,
    password: 'Circle of Life',
    ownNonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  },
} satisfies { challenge: DigestChallenge; question: DigestQuestion };

const partsOf = (answer: string) =>
  Object.fromEntries(
    [...answer.matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|(\w[\w-]*))/g)].map((m) => [m[1], m[2] ?? m[3]]),
  );
const md5 = (...parts: string[]) => createHash('md5').update(parts.join(':')).digest('hex');

describe('the answer to a digest', () => {
  it('matches the examples in the standards', () => {
    expect(answerDigest(OLDER.challenge, OLDER.question)).toBe(
      'Digest username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", ' +
        'uri="/dir/index.html", response="6629fae49393a05397450978507c4ef1", ' +
        'opaque="5ccc069c403ebaf9f0171e9517f40e41", qop=auth, nc=00000001, cnonce="0a4f113b"',
    );
    expect(partsOf(answerDigest(NEWER.challenge, NEWER.question))).toMatchObject({
      response: '8ca523f5e9506fed4657c9700eebdbec',
      algorithm: 'MD5',
    });
  });

  it('omits count and nonce for a server older than those', () => {
    const { challenge, question } = OLDER;
    const parts = partsOf(answerDigest({ ...challenge, counted: false, opaque: '' }, question));
    const who = md5(question.user, challenge.realm, question.password);
    const response = md5(who, challenge.nonce, md5('GET', '/dir/index.html'));
    expect(parts).toEqual({
      username: 'Mufasa',
      realm: challenge.realm,
      nonce: challenge.nonce,
      uri: '/dir/index.html',
      response,
    });
  });

  it.each([true, false])('binds the password to the session when asked (counted: %s)', (counted) => {
    const { challenge, question } = OLDER;
    const parts = partsOf(answerDigest({ ...challenge, algorithm: 'MD5-sess', counted }, question));
    const who = md5(md5(question.user, challenge.realm, question.password), challenge.nonce, question.ownNonce);
    const what = md5('GET', '/dir/index.html');
    const response = counted
      ? md5(who, challenge.nonce, '00000001', question.ownNonce, 'auth', what)
      : md5(who, challenge.nonce, what);
    expect(parts).toMatchObject({ algorithm: 'MD5-sess', cnonce: question.ownNonce, response });
  });

  it('counts in hexadecimal', () => {
    expect(partsOf(answerDigest(OLDER.challenge, { ...OLDER.question, count: 26 })).nc).toBe('0000001a');
  });

  it('names the resource as it is sent, with its query', () => {
    const url = 'https://cloud.example/dav/100 %25/Söhne/?a=1';
    const { uri, response } = partsOf(answerDigest(OLDER.challenge, { ...OLDER.question, method: 'PUT', url }));
    expect(uri).toBe('/dav/100%20%25/S%C3%B6hne/?a=1');
    const { challenge, question } = OLDER;
    const who = md5(question.user, challenge.realm, question.password);
    expect(response).toBe(md5(who, challenge.nonce, '00000001', question.ownNonce, 'auth', md5('PUT', uri ?? '')));
  });

  it('escapes quotes within a name', () => {
    const parts = partsOf(answerDigest(OLDER.challenge, { ...OLDER.question, user: 'a "b" \\c' }));
    expect(parts.username).toBe('a \\"b\\" \\\\c');
  });
});
