import { expect, it } from 'vitest';
import { readBody } from '../../../lib/knowledge/mediawiki/read-body';

/** How much of an answer is taken, counted. */

const LIMIT = 10_000;

function endless(headers: Record<string, string> = {}) {
  const told = { pulls: 0, cancelled: 0 };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(control) {
        told.pulls++;
        control.enqueue(new Uint8Array(4_000).fill(32));
      },
      cancel() {
        told.cancelled++;
      },
    },
    { highWaterMark: 0 },
  );
  return { told, response: new Response(stream, { headers: { 'content-type': 'application/json', ...headers } }) };
}
const never = new AbortController().signal;

it('reads no more than the limit, and drops the rest', async () => {
  const { told, response } = endless();
  await expect(readBody(response, LIMIT, never)).rejects.toMatchObject({ problem: 'bad-answer' });
  expect(told).toEqual({ pulls: 3, cancelled: 1 });
});

it.each([
  ['a length beyond the limit', { 'content-length': '10001' }],
  ['another kind of content', { 'content-type': 'text/html' }],
])('reads nothing of an answer that announces %s', async (_, headers) => {
  const { told, response } = endless(headers);
  await expect(readBody(response, LIMIT, never)).rejects.toMatchObject({ problem: 'bad-answer' });
  expect(told).toEqual({ pulls: 0, cancelled: 1 });
});

it('does not wait for a stream that ignores its signal', async () => {
  const control = new AbortController();
  const silent = new Response(new ReadableStream({}), { headers: { 'content-type': 'application/json' } });
  const reading = readBody(silent, LIMIT, control.signal);
  control.abort(new DOMException('late', 'TimeoutError'));
  await expect(reading).rejects.toMatchObject({ name: 'TimeoutError' });
});

it('reads characters that are split between two chunks, and counts bytes', async () => {
  const bytes = new TextEncoder().encode('{"a":"ایران"}');
  const parts = [...bytes].map((byte) => Uint8Array.of(byte));
  const stream = new ReadableStream({
    pull(control) {
      const part = parts.shift();
      if (part) control.enqueue(part);
      else control.close();
    },
  });
  const response = new Response(stream, { headers: { 'content-type': 'application/vnd.wiki+json; charset=utf-8' } });
  expect(await readBody(response, LIMIT, never)).toEqual({ text: '{"a":"ایران"}', bytes: bytes.length });
});
