// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { publicationDay } from '../../../lib/dating';
import { dayClues } from '../../../lib/page/recognise/day-clues';

const cluesOf = (html: string, address = 'https://paper.test/story') =>
  dayClues(new DOMParser().parseFromString(html, 'text/html'), address);
const dayOf = (html: string, address?: string) => publicationDay(cluesOf(html, address), '2026-11-28');
const json = (text: string) => `<script type="application/ld+json">${text}</script>`;
const prose = `<p>${'Words and more words about a long debate in the old town hall. '.repeat(5)}</p>`;
const story = (byline: string, around = (inner: string) => inner) =>
  `<html lang="en"><title>A debate in the town hall</title><body>${around(
    `<article><h1>A debate in the town hall</h1>${byline}${prose}${prose}</article>`,
  )}</body></html>`;

describe('the day of a page', () => {
  it.each([
    ['a graph', json('{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","datePublished":"2020-11-20"}]}')],
    [
      'a list',
      json('[{"@type":"BreadcrumbList"},{"@type":["Thing","ReportageNewsArticle"],"datePublished":["2020-11-20"]}]'),
    ],
    ['a value of its own', json('{"@type":"https://schema.org/NewsArticle","datePublished":{"@value":"2020-11-20"}}')],
    [
      'raw newlines and a trailing comma',
      json('{"@type":"NewsArticle","description":"two\nlines","datePublished":"2020-11-20",}'),
    ],
    ['half of it', json('{"@type":"NewsArticle","datePublished":"2020-11-20","author":{"name":"A')],
    ['published before modified', json('{"@type":"Article","dateModified":"2021-02-02","datePublished":"2020-11-20"}')],
    ['meta property', '<meta property="article:published_time" content="2020-11-20T15:00:00Z">'],
    ['meta name', '<meta name="parsely-pub-date" content="2020-11-20"><meta name="date" content="2021-01-01">'],
    ['Dublin Core', '<meta name="DC.date.issued" content="2020-11-20">'],
    ['a marked element', story('<span itemprop="datePublished" content="2020-11-20">today</span>')],
    ['a title of abbr', story('<abbr class="published" title="2020-11-20T08:00:00">x</abbr>')],
    [
      'the first time that is no update',
      story('<p>Updated <time datetime="2021-01-01"></time></p><time datetime="2020-11-20">x</time>'),
    ],
    ['text of a time', story('<time>20 November 2020</time>')],
    ['the canonical address', '<link rel="canonical" href="https://paper.test/2020/11/20/story">'],
    ['a div without a name', story('<div class="xTlfF Vxqj">November 20, 2020, 4:19 PM</div>')],
    ['a byline', story('<p>By Jane Doe | 20 November 2020</p>')],
    ['a byline in pieces', story('<div><span>20</span> <span>Nov</span> <span>2020</span></div>')],
    ['a line above the headline', `<body><div><span>20.11.2020</span><h1>A debate in the town hall</h1>${prose}</div>`],
    ['the dateline of the first paragraph', story(`<p>20 November 2020 – ${'Words and more words. '.repeat(8)}</p>`)],
    [
      'the foot of the story',
      `${story('')}`.replace(
        '</article>',
        '<p class="post-footer">Published on 20 November 2020 by Jane</p></article>',
      ),
    ],
  ])('is read from %s', (_, html) => expect(dayOf(html)).toBe('2020-11-20'));

  it.each([
    ['de', '<p class="meta">28. Oktober 2021, 10:15 Uhr</p>', '2021-10-28'],
    ['de', '<div>Von Anna Muster · 28.10.2021</div>', '2021-10-28'],
    ['fr', '<p>Publié le 3 mars 2020 à 8h30</p>', '2020-03-03'],
    ['es', '<span>3 de marzo de 2020</span>', '2020-03-03'],
    ['pl', '<span>3 marca 2020, 12:00</span>', '2020-03-03'],
    ['ja', '<p>2023年11月8日 21時30分</p>', '2023-11-08'],
  ])('is recognised in the language of the page: %s %s', (language, byline, day) => {
    expect(dayOf(story(byline).replace('lang="en"', `lang="${language}"`))).toBe(day);
  });

  it('is the printed day of an evening story, although the time stamp is on the next day', () => {
    const stamp = json('{"@type":"NewsArticle","datePublished":"2023-11-09T03:28:35Z"}');
    expect(dayOf(story(stamp), 'https://paper.test/2023/11/08/debate/')).toBe('2023-11-08');
    const printed = story(
      `${stamp}<time datetime="2023-11-09T03:28:35Z">Wednesday, Nov. 8, 2023, 10:28 p.m. ET</time>`,
    );
    expect(dayOf(printed)).toBe('2023-11-08');
    expect(dayOf(story('<time datetime="2023-11-09T03:28:35Z">Nov 8</time>'))).toBe('2023-11-08');
    expect(dayOf(story(stamp))).toBe('2023-11-09');
  });

  it.each([
    [
      'a list before the story',
      (inner: string) =>
        `<div id="sidebar"><ul><li><time class="published updated" datetime="2009-04-11 18:06:36">11 April 2009</time> <a href="/x">Workstations for developers, and what to look for</a></li></ul></div><main>${inner}</main>`,
    ],
    [
      'cards after it',
      (inner: string) =>
        `<main>${inner}</main><div class="cards"><div><h3>Workstations for developers</h3><span class="published">11 April 2009</span></div></div>`,
    ],
    [
      'cards with a pubdate',
      (inner: string) =>
        `<main>${inner}</main><section><article><h2>Workstations for developers</h2><time pubdate datetime="2009-04-11">2009</time></article></section>`,
    ],
    [
      'an aside',
      (inner: string) =>
        `<main>${inner}<aside><h4>Most read this week</h4><a href="/x">Workstations for developers, and more</a> <time datetime="2009-04-11">11 April 2009</time></aside></main>`,
    ],
  ])('is not the day of the stories in %s', (_, around) => {
    expect(dayOf(story('', around))).toBeNull();
    expect(dayOf(story('<time datetime="2019-10-22">22 October 2019</time>', around))).toBe('2019-10-22');
    expect(dayOf(story('<div>22 October 2019</div>', around))).toBe('2019-10-22');
  });

  it('is the one beside the text, although a headline of the text is in the same box', () => {
    const page = `<title>A debate in the town hall</title><main><header><h1>A debate in the town hall</h1></header>
      <div class="content"><span class="x">22 October 2019</span>${prose}${prose}<h2>What the mayor said to that</h2>${prose}</div></main>`;
    expect(dayOf(page)).toBe('2019-10-22');
  });

  it('is the one at the foot of the text, whatever the layout around both is called', () => {
    const foot = story('').replace(
      '</article>',
      `${prose.repeat(6)}<div class="post-info">22 October 2019</div></article>`,
    );
    expect(dayOf(foot.replace('<article>', '<div class="layout sidebar-right"><article>'))).toBe('2019-10-22');
    expect(dayOf(`${foot}<div class="readers">${prose.repeat(20)}</div>`)).toBe('2019-10-22');
  });

  it('is not the day of teasers in a sidebar before the story', () => {
    const bar =
      '<div class="sidebar"><div><a href="/x">Old parts</a><span class="published">2009-04-11</span></div></div>';
    expect(dayOf(story('', (inner) => bar + inner))).toBeNull();
  });

  it('is not today’s date in the head of a paper', () => {
    const top = '<div class="top"><span class="date">Saturday, November 28, 2026</span></div>';
    expect(dayOf(story('', (inner) => top + inner))).toBeNull();
    expect(dayOf(story('<div>22 October 2019</div>', (inner) => top + inner))).toBe('2019-10-22');
  });

  it.each(['WASHINGTON (AP) — Nov. 8, 2023 — ', 'NEW YORK, Nov. 8, 2023 (Reuters) - ', 'Karlsruhe, (08.11.2023). '])(
    'is the day of the dateline %s',
    (dateline) => {
      expect(dayOf(story(`<p>${dateline}${'The officials met for two hours and more. '.repeat(5)}</p>`))).toBe(
        '2023-11-08',
      );
    },
  );

  it('is unknown if the page does not say', () => {
    expect(dayOf(story(''))).toBeNull();
    expect(dayOf(story(`<p>The treaty of 12 May 1999 was on the table, ${'and more. '.repeat(20)}</p>`))).toBeNull();
    expect(dayOf(`${story('')}<footer>© 2019 Paper. Last updated 3 May 2019</footer>`)).toBeNull();
  });

  it('is not the day of an archive', () => {
    const banner = '<div id="wm-ipp"><div id="wm-ipp-inside"><b>4 Mar 2019</b> <i>3 Feb 2018</i></div></div>';
    const archived = 'https://web.archive.org/web/20190304101112/http://paper.test/debate';
    expect(
      dayOf(
        story('', (inner) => banner + inner),
        archived,
      ),
    ).toBeNull();
    expect(
      dayOf(
        story('<div>14 February 2012</div>', (inner) => banner + inner),
        archived,
      ),
    ).toBe('2012-02-14');
  });
});

describe('the day clues of a page', () => {
  it('are limited in size, whatever the page is', () => {
    const long = 'x'.repeat(5_000);
    const many = Array.from(
      { length: 2_000 },
      (_, i) =>
        `<div class="${long}"><time class="${long}" datetime="2020-01-01${long}">1 May 2020 ${i}</time><h2>${long}</h2></div>`,
    );
    const found = cluesOf(`<title>${long}</title>${many.join('')}`, `https://paper.test/${long}`);
    expect(found.clues.length).toBeGreaterThan(10);
    expect(found.clues.length).toBeLessThanOrEqual(250);
    expect(JSON.stringify(found).length).toBeLessThan(400_000);
    for (const clue of found.clues)
      for (const part of [clue.name, clue.text, clue.near]) expect(part.length).toBeLessThanOrEqual(1_000);
  });

  it('are accepted by the message checks', async () => {
    const { clues } = await import('../../../lib/messages/clues');
    const v = await import('valibot');
    const page = story('<p>Published <time datetime="2020-11-20">20 November 2020</time></p>');
    expect(v.safeParse(clues, cluesOf(page)).success).toBe(true);
    expect(v.safeParse(clues, { ...cluesOf(page), more: 1 }).success).toBe(false);
  });
});
