import { expect, it } from 'vitest';
import { readChecksum, readPackAddress } from '../../../lib/knowledge';

const SUM = '0123456789abcdef'.repeat(4);
const OTHER = 'f'.repeat(64);

it.each([
  ['https://a.example/chess.pack', '', 'https://a.example/chess.pack', null],
  [' a.example/chess.pack ', '', 'https://a.example/chess.pack', null],
  ['a.example:8443/chess.pack?v=2', '', 'https://a.example:8443/chess.pack?v=2', null],
  [`https://a.example/c.pack#sha256=${SUM}`, '', 'https://a.example/c.pack', SUM],
  [`https://a.example/c.pack#sha256=${SUM.toUpperCase()}`, SUM, 'https://a.example/c.pack', SUM],
  ['https://a.example/c.pack', `${SUM}  c.pack`, 'https://a.example/c.pack', SUM],
  ['https://a.example/c.pack', `sha256:${SUM}`, 'https://a.example/c.pack', SUM],
  ['https://a.example/c.pack#part', '', 'https://a.example/c.pack', null],
  ['http://127.0.0.1:8000/c.pack', '', 'http://127.0.0.1:8000/c.pack', null],
  ['http://localhost/c.pack', '', 'http://localhost/c.pack', null],
  ['http://[::1]/c.pack', '', 'http://[::1]/c.pack', null],
])('reads %s with “%s”', (typed, checksum, address, sha256) => {
  expect(readPackAddress(typed, checksum)).toEqual({ address, sha256 });
});

it.each([
  ['', '', 'bad-address'],
  ['two words', '', 'bad-address'],
  ['file:///etc/passwd', '', 'bad-address'],
  ['data:text/plain,x', '', 'bad-address'],
  ['javascript:alert(1)', '', 'bad-address'],
  ['https://reader:secret@a.example/c.pack', '', 'bad-address'],
  ['http://a.example/c.pack', '', 'not-secure'],
  // A name that only looks like this machine.
  ['http://127.0.0.1.a.example/c.pack', '', 'not-secure'],
  ['http://localhost.a.example/c.pack', '', 'not-secure'],
  ['https://a.example/c.pack', SUM.slice(1), 'bad-checksum'],
  ['https://a.example/c.pack', `${SUM}0`, 'bad-checksum'],
  ['https://a.example/c.pack#sha256=xyz', '', 'bad-checksum'],
  ['https://a.example/c.pack#sha256=', '', 'bad-checksum'],
  [`https://a.example/c.pack#sha256=${SUM}`, OTHER, 'two-checksums'],
])('refuses %s with “%s”', (typed, checksum, problem) => {
  expect(() => readPackAddress(typed, checksum)).toThrow(expect.objectContaining({ problem }));
});

it('treats an empty field as no checksum', () => expect(readChecksum('  ')).toBeNull());
