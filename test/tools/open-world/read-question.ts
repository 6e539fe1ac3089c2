import type { IncomingMessage } from 'node:http';
import type { Asked } from './asked';

/** Parameters whose values are what the asker gave away. */
const NAMES = ['titles', 'ids', 'entity', 'search', 'gsrsearch', 'srsearch'];

export async function readQuestion(
  request: IncomingMessage,
): Promise<Omit<Asked, 'door' | 'status' | 'bytes' | 'wireBytes'>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts).toString('utf8');
  const { url = '/', method = '', headers } = request;
  const address = new URL(url, 'http://here');
  const form = /urlencoded/.test(headers['content-type'] ?? '') ? new URLSearchParams(body) : [];
  const parameters = Object.fromEntries([...address.searchParams, ...form]);
  const names = NAMES.flatMap((name) => parameters[name]?.split('|') ?? []);
  // Other addresses than the API's are pages for people, and pictures.
  const action = address.pathname.endsWith('/api.php') ? (parameters.action ?? 'help') : '';
  return { method, url, action, parameters, names, headers: { ...headers }, body };
}
