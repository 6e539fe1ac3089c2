import { describe, expect, it } from 'vitest';
import { readDigestChallenge } from '../../../../lib/sync/remotes/digest-challenge';
import { growth } from '../../../tools/growth';

const PLAIN = { realm: 'files', nonce: 'n1', opaque: '', algorithm: '', counted: false };

describe('a digest challenge', () => {
  it.each([
    ['Digest realm="files", nonce="n1"', PLAIN],
    ['digest REALM=files,nonce=n1', PLAIN],
    ['  Digest   realm = "files" ,, nonce\t= "n1" ,', PLAIN],
    ['Digest realm="files", nonce="n1", opaque="", stale=true, domain="/a /b"', PLAIN],
    ['Digest realm="", nonce="n1"', { ...PLAIN, realm: '' }],
    ['Digest realm="files, Basic realm=x", nonce="n1=="', { ...PLAIN, realm: 'files, Basic realm=x', nonce: 'n1==' }],
    ['Digest realm="the \\"inner\\" files", nonce="n1"', { ...PLAIN, realm: 'the \\"inner\\" files' }],
    ['Digest realm="files", nonce="n1", qop="auth", opaque="o"', { ...PLAIN, opaque: 'o', counted: true }],
    ['Digest realm="files", nonce="n1", qop="auth-int, auth"', { ...PLAIN, counted: true }],
    ['Digest realm="files", nonce="n1", qop=auth-int', PLAIN],
    ['Digest realm="files", nonce="n1", algorithm=MD5', { ...PLAIN, algorithm: 'MD5' }],
    ['Digest realm="files", nonce="n1", algorithm="md5-sess"', { ...PLAIN, algorithm: 'md5-sess' }],
  ])('is read: %s', (header, challenge) => {
    expect(readDigestChallenge(header)).toEqual(challenge);
  });

  it.each([
    [null],
    [''],
    ['Basic realm="files"'],
    ['Bearer'],
    // What it asks for first has been tried.
    ['Basic realm="files", Digest realm="files", nonce="n1"'],
    ['Negotiate, Digest realm="files", nonce="n1"'],
    ['Digest'],
    ['Digestive realm="files", nonce="n1"'],
    ['Digest realm="files"'],
    ['Digest nonce="n1"'],
    ['Digest realm="files", nonce=""'],
    ['Digest realm="files", nonce="n1'],
    ['realm="files", nonce="n1"'],
    ['Digest realm="files", nonce="n1", algorithm=SHA-256'],
  ])('is missing or not for us: %s', (header) => {
    expect(readDigestChallenge(header)).toBeNull();
  });

  it('is the first of several that can be answered, and takes nothing from its neighbours', () => {
    const strong = 'Digest realm="strong", nonce="n0", algorithm=SHA-256, opaque="o0", qop="auth"';
    const old = 'Digest realm="files", nonce="n1"';
    expect(readDigestChallenge(`${strong}, ${old}, Basic realm="elsewhere"`)).toEqual(PLAIN);
  });

  it.each([
    ['spaces', (long: number) => `Digest ${' '.repeat(long)}!`],
    ['commas', (long: number) => `Digest ${','.repeat(long)}!`],
    ['letters', (long: number) => `Digest ${'a'.repeat(long)}!`],
    ['escapes in a string that never ends', (long: number) => `Digest realm="${'\\'.repeat(long)}`],
    ['spaces behind a name', (long: number) => `Digest realm${' '.repeat(long)}!`],
  ])('of many %s is refused in a time that grows with its length, not with its square', (_, header) => {
    const read = (long: number) => () => expect(readDigestChallenge(header(long))).toBeNull();
    // Eight times the text: a square would take 64 times as long.
    expect(growth(read(100_000), read(800_000))).toBeLessThan(24);
  });
});
