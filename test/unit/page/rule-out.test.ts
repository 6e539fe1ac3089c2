// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { findArticle, ruleOut } from '../../../lib/page';
import * as dom from '../../../lib/page/dom/dom';

/** What needs no reader script. A story must never be ruled out; everything else should be, where it is cheap to see. */

const PROSE = 'Soldiers left the base near Baghdad on Friday, said a spokesman who gave no name. ';
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

function viewOf(html: string, address = 'https://paper.example/a/page', outer: Window | null = null): Window {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const view = { document, location: new URL(address), frameElement: outer && {} } as unknown as Window;
  return Object.assign(view, { parent: outer ?? view });
}
const page = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

describe('a page is ruled out', () => {
  it.each<[name: string, html: string, address?: string]>([
    ['an empty page', page('')],
    ['a list of words', page('<div>Baghdad</div>'.repeat(500))],
    ['results of a search', page(`<div><h3>Baghdad</h3><p>${PROSE}</p></div>`.repeat(10))],
    ['a film', page('<p>8 min</p>', '<meta property="og:type" content="article">')],
    ['prose that nobody sees', page(`<p hidden>${PROSE.repeat(20)}</p>`)],
  ])('as not a story: %s', (_name, html, address) => {
    expect(ruleOut(viewOf(html, address))).toBe('no-story');
  });

  it('as a list when it has many separate pieces of text', () => {
    const row = `<tr><td><div><div><span>Ann</span></div></div></td><td><div><div><p>${PROSE.repeat(2)}</p></div></div></td></tr>`;
    expect(ruleOut(viewOf(page(`<table>${row.repeat(61)}</table>`)))).toBe('list');
    expect(ruleOut(viewOf(page(`<table>${row.repeat(40)}</table>`)))).toBe('no-story');
    expect(ruleOut(viewOf(page(`<table>${row.repeat(40)}</table><p>${PROSE.repeat(4)}</p>`)))).toBeNull();
  });

  const story = page(`<p>${PROSE.repeat(9)}</p>`);
  const saying = (head: string) => page(`<p>${PROSE.repeat(9)}</p>`, head);
  it.each<[name: string, html: string, address?: string]>([
    ['a front page', story, 'https://paper.example/'],
    ['results of a search', story, 'https://paper.example/find?q=baghdad'],
    ['goods', saying(ld({ '@context': 'https://schema.org', '@type': 'Product', name: 'Chair' }))],
    ['a place', saying('<meta property="og:type" content="business.business">')],
  ])('as something else, whatever text it has: %s', (_name, html, address) => {
    const view = viewOf(html, address);
    expect(ruleOut(view)).toBe('other');
    expect(findArticle(view.document, new URL(view.location.href), false)).toBe('not-an-article');
  });

  it.each<[name: string, head: string]>([
    ['a product inside something', ld({ about: { '@type': 'Product' }, '@type': 'WebPage' })],
    ['a story with goods', ld({ '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle' }] })],
    ['a second word', '<meta property="og:type" content="website"><meta property="og:type" content="product">'],
    ['goods with a time of publication', `${ld({ '@type': 'Product' })}<meta name="article:published_time">`],
  ])('but not for a vague sign: %s', (_name, head) => {
    expect(ruleOut(viewOf(saying(head)))).toBeNull();
  });

  it.each<[name: string, html: string, address?: string]>([
    ['mail', page(`<p>${PROSE.repeat(20)}</p>`), 'https://mail.site.example/inbox'],
    ['a log-in', page(`<h1>Log in</h1><p>${PROSE.repeat(20)}</p><input type="password">`)],
    ['an editor', page(`<div contenteditable="true"><p>${PROSE.repeat(20)}</p></div>`)],
  ])('as private: %s', (_name, html, address) => {
    expect(ruleOut(viewOf(html, address))).toBe('private');
  });

  it('as private when it is a letter in the frame of a mailbox, however deep', () => {
    const mailbox = viewOf(page('<div>Inbox</div>'), 'https://mail.site.example/');
    const shell = viewOf(page('<div></div>'), 'https://site.example/shell', mailbox);
    const letter = page(`<p>${PROSE.repeat(20)}</p>`);
    expect(ruleOut(viewOf(letter, 'https://site.example/letter', shell))).toBe('private');
    expect(ruleOut(viewOf(letter, 'https://site.example/letter'))).toBeNull();
  });
});

describe('a page is left for the reader script to decide', () => {
  const stories = join(import.meta.dirname, '../../fixtures/stories');
  it.each(readdirSync(stories).filter((name) => name.endsWith('.html')))('when it is: %s', (name) => {
    expect(ruleOut(viewOf(readFileSync(join(stories, name), 'utf8')))).toBeNull();
  });

  it('when it breaks the methods it is examined with', () => {
    const view = viewOf(page(`<p>${PROSE.repeat(20)}</p>`));
    for (const name of ['getElementsByTagName', 'querySelectorAll', 'body']) {
      Object.defineProperty(view.document, name, { value: null });
    }
    expect(ruleOut(view)).toBeNull();
  });

  it('when it has a section as long as a book, which is not copied', () => {
    const view = viewOf(page(`<article>${`<div>${PROSE.repeat(2)}</div>`.repeat(1_000)}</article>`));
    const copied = vi.spyOn(dom, 'textContent');
    let steps = 0;
    const { createTreeWalker } = dom;
    vi.spyOn(dom, 'createTreeWalker').mockImplementation((...given) => {
      const walker = createTreeWalker(...given) as TreeWalker;
      const { nextNode } = walker;
      walker.nextNode = () => {
        steps += 1;
        return nextNode.call(walker);
      };
      return walker;
    });
    expect(ruleOut(view)).toBeNull();
    vi.restoreAllMocks();
    expect(steps).toBeGreaterThan(0);
    expect(steps).toBeLessThan(200);
    const whole = view.document.querySelector('article');
    expect(copied.mock.calls.filter(([node]) => node === whole)).toEqual([]);
  });

  /** Whatever the pieces, what `findArticle` takes for a story is not ruled out. */
  it('when it is a story, whatever pieces it is made of', { timeout: 30_000 }, () => {
    const piece = fc.constantFrom(
      `<p>${PROSE}</p>`,
      `<p>${PROSE.repeat(4)}</p>`,
      `<p hidden>${PROSE.repeat(9)}</p>`,
      `<p aria-hidden="true">${PROSE.repeat(9)}</p>`,
      `<div class="comment"><p>${PROSE.repeat(4)}</p></div>`,
      `<ul><li><p>${PROSE.repeat(4)}</p></li></ul>`,
      `<div>${PROSE.repeat(3)}<br>${PROSE.repeat(3)}</div>`,
      `<article>${PROSE.repeat(9)}</article>`,
      `<article><h2>Chair</h2></article>`,
      `<pre>${PROSE.repeat(9)}</pre>`,
      `<form><p>${PROSE.repeat(4)}</p></form>`,
      '<input type="password">',
      '<input autocomplete="cc-number">',
      `<div contenteditable="true">${PROSE}</div>`,
      `<div contenteditable="true">${PROSE.repeat(9)}</div>`,
      '<div itemscope itemtype="https://schema.org/NewsArticle"></div>',
    );
    const head = fc.constantFrom(
      '',
      '<meta property="og:type" content=" article ">',
      '<meta name="OG:TYPE" content="article">',
      '<meta property="og:type" content="website">',
      ld({ '@type': ['Thing', 'LiveBlogPosting'] }),
      ld({ '@graph': [{ '@type': 'https://schema.org/Report' }] }),
      ld({ '@type': 'Product' }),
      '<script type="application/ld+json">{"@type":"\\u0041rticle",}</script>',
    );
    const address = fc.constantFrom(
      'https://a.example/',
      'https://a.example',
      'https://a.example/news/1',
      'https://mail.a.example/1',
    );
    let found = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.array(head, { maxLength: 2 }), address, (body, heads, at) => {
        const view = viewOf(page(body.join(''), heads.join('')), at);
        if (typeof findArticle(view.document, new URL(at), false) === 'string') return;
        found += 1;
        expect(ruleOut(view)).toBeNull();
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(50);
  });
});
