// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { dayInAddress, printedDay } from '../../../lib/page/printed-day';
import { publicationDay } from '../../../lib/page/publication-day';

describe('a printed day', () => {
  it.each([
    ['2020-11-20T23:30:00-05:00', '2020-11-20'],
    ['2020-11-20T00:10:00+13:00', '2020-11-20'],
    ['2020-11-20', '2020-11-20'],
    ['20201120', '2020-11-20'],
    ['20201120T150000Z', '2020-11-20'],
    ['2020/1/5', '2020-01-05'],
    ['Fri, 20 Nov 2020 15:00:00 GMT', '2020-11-20'],
    ['Published 20th of November, 2020', '2020-11-20'],
    ['Nov. 20, 2020, 3:00 p.m. ET', '2020-11-20'],
    ['Sept 1, 2021', '2021-09-01'],
    ['1605884400', '2020-11-20'],
    ['1605884400000', '2020-11-20'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (text, day) => expect(printedDay(text)).toBe(day));

  it.each(['', 'yesterday', '2020', '2020-11', '11/12/2020', '2023-02-29', '2020-13-01', '0001-01-01', '31 June 2020'])(
    '%j is none',
    (text) => expect(printedDay(text)).toBeNull(),
  );
});

describe('a day in an address', () => {
  it.each([
    ['https://paper.test/2022/10/31/world/story.html', '2022-10-31'],
    ['https://paper.test/world/2022/oct/31/story', '2022-10-31'],
    ['https://paper.test/a/2022-10-31-story?d=2020-01-01', '2022-10-31'],
    ['https://paper.test/news/20221031/story', '2022-10-31'],
    ['https://paper.test/2022/10/story', null],
    ['https://2022-10-31.test/story-12345678', null],
    ['https://paper.test/99999999/', null],
  ])('%s: %s', (address, day) => expect(dayInAddress(address)).toBe(day));
});

describe('the publication day of a page', () => {
  const dayOf = (html: string, address = 'https://paper.test/story') =>
    publicationDay(new DOMParser().parseFromString(html, 'text/html'), address);
  const json = (text: string) => `<script type="application/ld+json">${text}</script>`;
  const prose = `<p>${'words and more words '.repeat(10)}</p>`;

  it.each([
    [
      'a graph',
      json(
        '{"@graph":[{"@type":"WebPage","datePublished":"2001-01-01"},{"@type":"NewsArticle","datePublished":"2020-11-20"}]}',
      ),
    ],
    [
      'a list',
      json('[{"@type":"BreadcrumbList"},{"@type":["Thing","ReportageNewsArticle"],"datePublished":["2020-11-20"]}]'),
    ],
    [
      'a schema.org address as type',
      json('{"@type":"https://schema.org/NewsArticle","datePublished":{"@value":"2020-11-20"}}'),
    ],
    [
      'raw newlines and a trailing comma',
      json('{"@type":"NewsArticle","description":"two\nlines","datePublished":"2020-11-20",}'),
    ],
    ['a comment around it', json('<!-- {"@type":"NewsArticle","datePublished":"2020-11-20"} -->')],
    ['half of it', json('{"@type":"NewsArticle","datePublished":"2020-11-20","author":{"name":"A')],
    ['published before modified', json('{"@type":"Article","dateModified":"2021-02-02","datePublished":"2020-11-20"}')],
    ['meta property', '<meta property="article:published_time" content="2020-11-20T15:00:00Z">'],
    ['meta name', '<meta name="parsely-pub-date" content="2020-11-20"><meta name="date" content="2021-01-01">'],
    ['Dublin Core', '<meta name="DC.date.issued" content="2020-11-20">'],
    ['a marked element', '<article><span itemprop="datePublished" content="2020-11-20">today</span></article>'],
    [
      'the first time that is no update',
      `<article><p class="updated">Updated <time datetime="2021-01-01"></time></p><time datetime="2020-11-20">x</time>${prose}${prose}</article>`,
    ],
    ['text of a time', `<article><time>20 November 2020</time>${prose}</article>`],
    ['the canonical address', '<link rel="canonical" href="https://paper.test/2020/11/20/story">'],
  ])('is read from %s', (_, html) => expect(dayOf(html)).toBe('2020-11-20'));

  it('is read from the address last', () => {
    expect(dayOf('', 'https://paper.test/2020/11/20/story')).toBe('2020-11-20');
    expect(dayOf('<meta name="date" content="2020-11-19">', 'https://paper.test/2020/11/20/story')).toBe('2020-11-19');
  });

  it('is not taken from related stories below', () => {
    expect(dayOf(`<article>${prose}${prose}<time datetime="2020-11-20">x</time></article>`)).toBeNull();
  });

  it('is none where the page does not say', () => expect(dayOf(`<article>${prose}</article>`)).toBeNull());
});
