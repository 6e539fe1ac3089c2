import { describe, expect, it } from 'vitest';
import {
  grantPattern,
  isWikiAddress,
  offPatterns,
  originCovers,
  overlap,
  siteFromText,
  siteOf,
} from '../../../lib/settings';

describe('site rules', () => {
  it.each([
    ['https://www.bbc.co.uk/news/1', 'bbc.co.uk'],
    ['http://127.0.0.1:8080/story', '127.0.0.1'],
    ['https://Example.ORG./', 'example.org'],
    ['https://www2.example.org/', 'www2.example.org'],
    ['chrome://settings', null],
    ['file:///tmp/a.html', null],
    ['about:blank', null],
    ['', null],
  ])('the site of %s is %s', (address, site) => expect(siteOf(address)).toBe(site));

  it.each([
    ['*://*/*', 'https://a.org/x', true],
    ['<all_urls>', 'https://a.org/x', true],
    ['<all_urls>', 'file:///x', false],
    ['https://*/*', 'http://a.org/', false],
    ['*://*.a.org/*', 'https://a.org/', true],
    ['*://*.a.org/*', 'https://news.a.org/', true],
    ['*://*.a.org/*', 'https://nota.org/', false],
    ['*://*.a.org/*', 'https://a.org.evil.test/', false],
    ['http://127.0.0.1/*', 'http://127.0.0.1:39001/s', true],
    ['http://localhost/*', 'http://127.0.0.1:39001/s', false],
    ['*://a.org/*', 'ftp://a.org/', false],
    ['nonsense', 'https://a.org/', false],
  ])('%s covers %s: %s', (pattern, address, covers) => expect(originCovers(pattern, address)).toBe(covers));

  it.each([
    ['*://*/*', 'https://a.org/*', 'https://a.org/*'],
    ['*://*.a.org/*', '*://*/*', '*://*.a.org/*'],
    ['*://*.a.org/*', 'https://news.a.org/*', 'https://news.a.org/*'],
    ['*://*.a.org/*', '*://*.news.a.org/*', '*://*.news.a.org/*'],
    ['https://*/*', '*://*.a.org/*', 'https://*.a.org/*'],
    ['*://127.0.0.1/*', 'http://127.0.0.1/*', 'http://127.0.0.1/*'],
    ['<all_urls>', '*://a.org/*', '*://a.org/*'],
    ['http://a.org/*', 'https://a.org/*', null],
    ['*://*.a.org/*', 'https://nota.org/*', null],
    ['*://a.org/*', '*://b.org/*', null],
    ['*://*.a.org/*', 'nonsense', null],
  ])('%s and %s have %s in common', (one, other, both) => {
    expect(overlap(one, other)).toBe(both);
    expect(overlap(other, one)).toBe(both);
  });

  it('a requested permission covers its own site, and switching off is limited to it', () => {
    for (const site of ['a.org', 'news.a.org', '127.0.0.1', 'localhost']) {
      expect(originCovers(grantPattern(site), `https://${site}/`)).toBe(true);
      expect(offPatterns(site).some((pattern) => originCovers(pattern, `https://${site}/`))).toBe(true);
      expect(offPatterns(site).some((pattern) => originCovers(pattern, `https://sub.${site}/`))).toBe(false);
    }
  });

  it.each([
    [' www.bbc.co.uk/news ', 'bbc.co.uk'],
    ['https://LeMonde.fr', 'lemonde.fr'],
    ['lemonde', null],
    ['two words.org', null],
    ['*.org', null],
    ['ftp://a.org', null],
    ['', null],
  ])('reads the typed line %j as %j', (line, site) => expect(siteFromText(line)).toBe(site));

  it.each([
    ['https://en.wikipedia.org/w/api.php', true],
    ['http://localhost:8080/api.php', true],
    ['http://[::1]/api.php', true],
    ['http://wiki.example/api.php', false],
    ['https://me:secret@wiki.example/api.php', false],
    ['data:text/plain,x', false],
    ['', false],
  ])('treats a wiki address as %s: %s', (address, good) => expect(isWikiAddress(address)).toBe(good));
});
