import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createDatabase } from '../../../lib/database';
import { createWikiClient } from '../../../lib/knowledge/mediawiki/wiki-client';
import { createPauseMemory } from '../../../lib/knowledge/pause-memory';
import { createRequestLog } from '../../../lib/knowledge/request-log';

const API = 'https://wiki.example/w/api.php';

/** What a question sends beside its address. */
async function headersSent(granted?: boolean): Promise<unknown> {
  const database = createDatabase(`client-${granted}`);
  const sent: RequestInit[] = [];
  const client = createWikiClient({
    api: API,
    fetch: async (_, how = {}) => {
      sent.push(how);
      return new Response('{}', { headers: { 'content-type': 'application/json' } });
    },
    now: () => 0,
    log: createRequestLog(database),
    pause: createPauseMemory(database),
    ...(granted !== undefined && { granted: async () => granted }),
  });
  await client.ask({ query: { action: 'query' }, names: [], limitBytes: 100, read: () => null });
  expect(sent).toHaveLength(1);
  return sent[0]?.headers;
}

it('identifies itself if the browser allows that header, and sends it only where it costs no extra request', async () => {
  expect(await headersSent(true)).toEqual({ 'Api-User-Agent': 'Backstory (browser extension)' });
  expect(await headersSent(false)).toEqual({});
  expect(await headersSent()).toEqual({});
});
