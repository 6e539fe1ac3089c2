import type { ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';
import type { Fault } from './behaviour';

const PAGE = '<!doctype html><html lang="en"><title>Sign in</title><p>Please sign in to this network first.</p></html>';
const JSON_TYPE = 'application/json; charset=utf-8';

export interface Misbehaviour {
  readonly fault: Fault;
  readonly response: ServerResponse;
  /** What would have been answered. */
  readonly good: string;
  /** Where `elsewhere` leads. */
  readonly elsewhere: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Errors in JSON come through the usual way of answering. */
  readonly answerError: (code: string, info: string, more: Readonly<Record<string, unknown>>) => void;
}

/** False where the fault does not concern this question (nobody who sends no `maxlag` hears of it). */
export function misbehave(parts: Misbehaviour): boolean {
  const { fault, response, good, elsewhere, answerError } = parts;
  switch (fault.kind) {
    case 'too-many':
      if (fault.retryAfter !== null) response.setHeader('retry-after', fault.retryAfter);
      response.writeHead(429, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
      return true;
    case 'unavailable':
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
      return true;
    case 'failed':
      response.writeHead(500).end();
      return true;
    case 'maxlag': {
      const lag = 7.2;
      if (!(Number(parts.parameters.maxlag) < lag)) return false;
      response.setHeader('retry-after', '5');
      response.setHeader('x-database-lag', String(Math.floor(lag)));
      const type = { host: 'all', lag, type: 'wikibase-queryservice', queryserviceLag: 432 };
      answerError('maxlag', `Waiting for all: ${lag} seconds lagged.`, type);
      return true;
    }
    case 'ratelimited':
      answerError('ratelimited', "You've exceeded your rate limit. Please wait some time and try again.", {});
      return true;
    case 'html':
      response.writeHead(200, { 'content-type': fault.labelled ? JSON_TYPE : 'text/html; charset=utf-8' }).end(PAGE);
      return true;
    case 'half':
      response.writeHead(200, { 'content-type': JSON_TYPE }).end(good.slice(0, good.length >> 1));
      return true;
    case 'broken': {
      const bytes = Buffer.from(good);
      response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': bytes.length });
      response.write(bytes.subarray(0, bytes.length >> 1), () => setTimeout(() => response.destroy(), 20));
      return true;
    }
    case 'endless':
      endless(response, good);
      return true;
    case 'elsewhere':
      response.writeHead(302, { location: elsewhere }).end();
      return true;
    case 'other-bytes':
      response.writeHead(200, { 'content-type': 'image/png' }).end(fault.bytes);
      return true;
    case 'wrong-length': {
      const bytes = Buffer.from(good, 'latin1');
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': bytes.length + fault.more });
      response.write(bytes, () => setTimeout(() => response.destroy(), 20));
      return true;
    }
    case 'told-otherwise':
      response.writeHead(200, { 'content-type': JSON_TYPE }).end(fault.replace(good));
      return true;
    case 'silent':
      return true;
  }
}

/** Blanks are JSON, so that nobody can tell from the text that it leads nowhere. Ends with the connection alone. */
function endless(response: ServerResponse, good: string): void {
  response.writeHead(200, { 'content-type': JSON_TYPE, 'content-encoding': 'gzip' });
  const gzip = createGzip({ level: 1 });
  const blanks = Buffer.alloc(1 << 20, ' ');
  gzip.pipe(response);
  gzip.write(good.slice(0, -1));
  const more = () => {
    while (!response.destroyed && gzip.write(blanks));
  };
  gzip.on('drain', more);
  response.once('close', () => gzip.destroy());
  more();
}
