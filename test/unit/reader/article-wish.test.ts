import { describe, expect, it } from 'vitest';
import { articleWish } from '../../../entrypoints/reader/article-wish';
import type { Article, ArticleState } from '../../../lib/messages';

const host = 'en.wikipedia.org';
const article: Article = {
  title: 'Iran',
  extract: 'Iran is a country.',
  description: null,
  url: 'https://en.wikipedia.org/wiki/Iran',
  fetchedOn: '2026-10-01',
  credit: 'Wikipedia, CC BY-SA',
  stale: false,
};
const fresh: ArticleState = { state: 'ready', article };
const stale: ArticleState = { state: 'ready', article: { ...article, stale: true } };

describe('a card that is seen', () => {
  it('has the article asked for where the reader wants it with every card', () => {
    expect(articleWish({ state: 'fetching', host }, 'automatic')).toBe('show');
    expect(articleWish(stale, 'automatic')).toBe('next-time');
  });

  it.each<ArticleState>([fresh, { state: 'none' }, { state: 'missing' }, { state: 'failed', reason: 'x' }])(
    'leaves be what is answered: %j',
    (state) => expect(articleWish(state, 'automatic')).toBeNull(),
  );

  it.each(['never', 'ask'] as const)('asks nobody where the consent is "%s"', (network) => {
    expect(articleWish({ state: 'fetching', host }, network)).toBeNull();
    expect(articleWish(stale, network)).toBeNull();
  });
});
