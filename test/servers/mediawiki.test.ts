import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../../lib/database';
import {
  type Articles,
  createArticleCache,
  createArticles,
  createMediaWikiClient,
  createPauseMemory,
  createRequestLog,
  createWikiClient,
  type RequestLog,
} from '../../lib/knowledge';
import { articleAddress } from '../../lib/knowledge/mediawiki/article-address';
import { startMediaWiki, type WikiServer } from '../tools/mediawiki-server';

const PERSON =
  "'''Anna Example''' is a judge of a test.\n\nShe was written for it.\n\n== Life ==\nNot of the introduction.";
const PAGES = [
  { title: 'Anna Example', text: PERSON },
  { title: 'A. Example', text: '#REDIRECT [[Anna Example]]' },
  {
    title: 'Example',
    text: '* [[Anna Example]]\n* another one',
    namesakes: true,
  },
  { title: 'Empty page', text: '== Only a heading ==\nand what follows it' },
  ...Array.from({ length: 25 }, (_, i) => ({
    title: `Town ${i}`,
    text: `'''Town ${i}''' is a town of a test.`,
  })),
];

let server: WikiServer | null = null;
beforeAll(async () => {
  server = await startMediaWiki(PAGES);
  if (!server && process.env.CI) throw new Error('MediaWiki and php-sqlite3 must be installed in CI');
}, 120_000);
afterAll(() => server?.stop());

function chain(api: string): { articles: Articles; log: RequestLog } {
  const database = createDatabase(`test-${Math.random()}`);
  const log = createRequestLog(database);
  const client = createMediaWikiClient({
    wiki: createWikiClient({ api, fetch, now: Date.now, log, pause: createPauseMemory(database) }),
  });
  const cache = createArticleCache(database, Date.now);
  return {
    articles: createArticles({ cache, clientFor: () => client, now: Date.now }),
    log,
  };
}

describe('against a real MediaWiki', () => {
  it.for([
    ['Anna Example', 'an article', 'Anna Example'],
    ['anna Example', 'its title after normalisation', 'Anna Example'],
    ['A. Example', 'the goal of a redirect', 'Anna Example'],
    ['Example', 'a list of namesakes', 'missing'],
    ['Empty page', 'an empty introduction', 'missing'],
    ['No such page', 'no page', 'missing'],
    ['Not | a title', 'a title that no wiki can have', 'missing'],
  ] as const)('%s: %s', async ([title, , expected], context) => {
    if (!server) return context.skip('MediaWiki is not installed');
    const { articles } = chain(server.api);
    const state = await articles.fetch(title, { network: 'ask', wikiApi: server.api, germanWikiApi: server.api }, true);
    if (state.state !== 'ready') return expect(state.state).toBe(expected);
    expect(state.article).toMatchObject({ title: expected, stale: false, credit: new URL(server.api).host });
    expect(state.article.extract).toContain('Anna Example is a judge of a test.');
    expect(state.article.extract).not.toContain('Not of the introduction');
    expect((await fetch(state.article.url)).ok).toBe(true);
  });

  it('links to an address that we build, if the answer points elsewhere', async (context) => {
    if (!server) return context.skip('MediaWiki is not installed');
    const address = articleAddress(server.api, 'Anna Example', 'https://elsewhere.example/wiki/Anna_Example');
    expect(new URL(address).host).toBe(new URL(server.api).host);
    expect(await (await fetch(address)).text()).toContain('is a judge of a test');
  });

  it('combines 25 titles into two requests and answers each', async (context) => {
    if (!server) return context.skip('MediaWiki is not installed');
    const { articles, log } = chain(server.api);
    const { api } = server;
    const titles = Array.from({ length: 25 }, (_, i) => `Town ${i}`);
    const states = await Promise.all(
      titles.map((title) => articles.fetch(title, { network: 'automatic', wikiApi: api, germanWikiApi: api }, true)),
    );
    expect(states.map((state) => (state.state === 'ready' ? state.article.title : state.state))).toEqual(titles);
    expect((await log.list()).map(({ titles }) => titles.length).sort()).toEqual([20, 5]);
  });
});
