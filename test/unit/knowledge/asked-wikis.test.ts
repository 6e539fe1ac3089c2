import { describe, expect, it } from 'vitest';
import { articleOf, plainTitle } from '../../../lib/knowledge/mediawiki/asked-wikis';
import { wikiSiteOf } from '../../../lib/knowledge/mediawiki/site-of';

describe('a wiki', () => {
  it.each([
    ['https://en.wikipedia.org/w/api.php', 'en', 'enwiki'],
    ['https://de.wikipedia.org/w/api.php', 'en', 'dewiki'],
    ['https://de.m.wikipedia.org/w/api.php', 'en', 'dewiki'],
    ['https://zh-yue.wikipedia.org/w/api.php', 'en', 'zh_yuewiki'],
    ['http://127.0.0.1:8080/w/api.php', 'de', 'dewiki'],
    ['https://wikipedia.org.example/w/api.php', 'en', 'enwiki'],
  ])('is named by its host: %s', (api, language, site) => {
    expect(wikiSiteOf(api, language)).toBe(site);
  });
});

describe('an article', () => {
  const [wikiApi, germanWikiApi] = ['https://en.wikipedia.org/w/api.php', 'https://de.wikipedia.org/w/api.php'];

  it.each<[string, string, string]>([
    ['Ana Example', wikiApi, 'Ana Example'],
    ['de:Ana Example (Politikerin)', germanWikiApi, 'Ana Example (Politikerin)'],
    ['fr:Ana', wikiApi, 'fr:Ana'],
    ['Star Trek: Picard', wikiApi, 'Star Trek: Picard'],
  ])('of %s is requested from the right wiki', (said, api, title) => {
    expect(articleOf(said, { wikiApi, germanWikiApi })).toEqual({ api, title });
    expect(plainTitle(said)).toBe(title);
  });

  it('in a German wiki that is switched off is not requested', () => {
    expect(articleOf('de:Ana', { wikiApi: 'https://wiki.example/w/api.php', germanWikiApi })).toBeNull();
  });
});
