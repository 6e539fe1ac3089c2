import type { IncomingMessage, ServerResponse } from 'node:http';

/** Headers that a wiki lets a page of another origin send. Source: `$wgAllowedCorsHeaders` of MediaWiki. */
const ALLOWED = ['accept', 'accept-language', 'content-language', 'content-type', 'accept-encoding', 'api-user-agent'];

/**
 * A browser asks before it sends a header of ours across origins (`Api-User-Agent`), unless the extension may reach the
 * host: a way there and back more for each address. Without `origin=*`, or for other headers, the wiki says nothing.
 */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const asked = String(request.headers['access-control-request-headers'] ?? '').toLowerCase();
  const headers = asked.split(',').map((name) => name.trim());
  const everybody = new URL(request.url ?? '/', 'http://here').searchParams.get('origin') === '*';
  if (everybody && headers.every((name) => name === '' || ALLOWED.includes(name))) {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', asked);
    response.setHeader('access-control-allow-methods', 'POST, GET, HEAD');
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8' }).end();
}
