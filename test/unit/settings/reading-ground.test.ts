import { describe, expect, it } from 'vitest';
import { isChosen, isRead, originCovers, type ReadingGround, readingPatterns, siteList } from '../../../lib/settings';

const ALL = '*://*/*';
const CLOUD = 'https://cloud.uni.org/remote.php/dav/files/me/';

function ground(sitesRead: string[], granted: string[], more: { off?: string[]; folders?: string[] } = {}) {
  return {
    settings: { sitesRead, sitesOff: more.off ?? [] },
    granted,
    folders: more.folders ?? [],
  } satisfies ReadingGround;
}

describe('which pages are read', () => {
  it.each<[name: string, ground: ReadingGround, address: string, read: boolean]>([
    ['chosen and granted', ground(['*://*.a.org/*'], ['*://*.a.org/*']), 'https://www.a.org/1', true],
    ['chosen, of all that is granted', ground(['*://*.a.org/*'], [ALL]), 'https://news.a.org/1', true],
    ['all chosen, of what is granted', ground([ALL], ['https://a.org/*']), 'https://a.org/1', true],
    ['all chosen, but not granted', ground([ALL], ['https://a.org/*']), 'https://b.org/1', false],
    ['granted, not chosen', ground([], ['*://*.a.org/*']), 'https://a.org/1', false],
    ['all granted, another chosen', ground(['*://*.a.org/*'], [ALL]), 'https://b.org/1', false],
    ['chosen, not granted any more', ground(['*://*.a.org/*'], []), 'https://a.org/1', false],
    ['switched off', ground(['*://*.a.org/*'], [ALL], { off: ['a.org'] }), 'https://www.a.org/1', false],
    ['below one switched off', ground(['*://*.a.org/*'], [ALL], { off: ['a.org'] }), 'https://news.a.org/1', true],
    [
      'a folder server',
      ground([], ['https://cloud.uni.org/*'], { folders: [CLOUD] }),
      'https://cloud.uni.org/m',
      false,
    ],
    ['its other port', ground([ALL], [ALL], { folders: [CLOUD] }), 'https://cloud.uni.org:8443/mail', false],
    ['it, with all sites chosen', ground([ALL], [ALL], { folders: [CLOUD] }), 'https://cloud.uni.org/mail', false],
    [
      'it, with the domain above it chosen',
      ground(['*://*.uni.org/*'], [ALL], { folders: [CLOUD] }),
      'https://cloud.uni.org/mail',
      false,
    ],
    ['the domain above it', ground(['*://*.uni.org/*'], [ALL], { folders: [CLOUD] }), 'https://uni.org/news', true],
    [
      'it, chosen by its own name',
      ground(['*://*.cloud.uni.org/*'], [ALL], { folders: [CLOUD] }),
      'https://cloud.uni.org/blog',
      true,
    ],
    ['no page of the web', ground([ALL], ['<all_urls>']), 'about:srcdoc', false],
  ])('%s', (_name, here, address, read) => {
    expect(isRead(address, here)).toBe(read);
    // What is registered says the same.
    const { matches, excludeMatches } = readingPatterns(here);
    const within = (patterns: readonly string[]) => patterns.some((pattern) => originCovers(pattern, address));
    expect(within(matches) && !within(excludeMatches)).toBe(read);
  });

  it('a site remains chosen whatever the browser says about it', () => {
    expect(isChosen('https://a.org/', ground(['*://*.a.org/*'], []))).toBe(true);
    expect(isChosen('https://a.org/', ground([], [ALL]))).toBe(false);
  });

  it('nothing is registered if nothing is chosen, whatever is granted', () => {
    expect(readingPatterns(ground([], [ALL, 'https://cloud.uni.org/*'])).matches).toEqual([]);
  });
});

it('the list shows what is chosen but not granted, and what is granted but not chosen', () => {
  const sitesRead = ['*://*.a.org/*', '*://*.b.org/*'];
  expect(siteList({ sitesRead }, ['https://a.org/*', 'https://cloud.uni.org/*'])).toEqual({
    sites: [
      { pattern: '*://*.a.org/*', allowed: true },
      { pattern: '*://*.b.org/*', allowed: false },
    ],
    unread: ['https://cloud.uni.org/*'],
  });
  expect(siteList({ sitesRead: [] }, [ALL]).unread).toEqual([ALL]);
});
