// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { findArticle } from '../../../lib/page';

/** What the reader may overrule by "Read it anyway", and what not. */

const HOME = new URL('https://site.example/a/page');
const NOTE = '<p>Minutes of the meeting in Baghdad, taken by hand and never printed anywhere.</p>';
const LINE =
  'The harbour of Vestby was closed on Monday after a crane fell into the basin, the master of the port said.';

const pageOf = (body: string, head = '') =>
  new DOMParser().parseFromString(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, 'text/html');
const look = (doc: Document, asked: boolean, address = HOME) => findArticle(doc, address, asked);

describe('a page that does not look like a story', () => {
  it.each([
    ['a short note', NOTE],
    ['a list of words', '<div>Baghdad</div><div>Kirkuk</div>'],
  ])('is read only when the reader asks for it: %s', (_name, body) => {
    expect(look(pageOf(body), false)).toBe('not-an-article');
    const found = look(pageOf(body), true);
    expect(typeof found === 'string' ? found : found.roots.map((root) => root.textContent).join('')).toContain(
      'Baghdad',
    );
  });
});

describe('a page that is off limits', () => {
  const story = NOTE.repeat(20);
  it.each([
    ['a password', `${story}<input type="password">`, HOME],
    ['a card number', `${story}<input autocomplete="cc-number">`, HOME],
    ['a code from the telephone', `${story}<input autocomplete="one-time-code">`, HOME],
    ['an editor', `<div contenteditable="true">${story}</div>`, HOME],
    ['mail', story, new URL('https://mail.site.example/inbox')],
    ['a bank', story, new URL('https://banking.site.example/')],
    ['documents', story, new URL('https://docs.site.example/d/1')],
  ])('is not read even when the reader asks: %s', (_name, body, address) => {
    expect(look(pageOf(body), false, address)).toBe('off-limits');
    expect(look(pageOf(body), true, address)).toBe('off-limits');
  });

  it('includes every page that is not HTML', () => {
    const doc = new DOMParser().parseFromString('<feed><p>Baghdad</p></feed>', 'text/xml');
    expect(look(doc, true)).toBe('off-limits');
  });
});

describe('a page that declares itself a story', () => {
  const claim = '<meta property="og:type" content="article">';
  it.each(['password', 'text" autocomplete="cc-number', 'text" autocomplete="one-time-code'])(
    'is read despite a box to log in or pay: %s',
    (type) => {
      const found = look(pageOf(`<article>${NOTE.repeat(20)}</article><input type="${type}">`, claim), false);
      expect(found).toMatchObject({ headline: '' });
    },
  );
});

describe('a page that claims in one place to be a story', () => {
  const claim = '<meta property="og:type" content="article">';
  const line = `<p>${LINE}</p>`;
  const headed = (at: number) =>
    `<section><h2><a href="/story-${at}">Crane falls into the harbour</a></h2>${line}</section>`;

  it('is a story if its data name two articles, not three', () => {
    const thing = (at: number) => ({ '@type': 'NewsArticle', headline: `Crane ${at} falls into the harbour` });
    const data = (count: number) => JSON.stringify([1, 2, 3].slice(0, count).map(thing));
    const naming = (count: number) =>
      look(pageOf(`<main>${line}${line}</main>`, `<script type="application/ld+json">${data(count)}</script>`), false);
    expect(naming(2)).toMatchObject({ kind: 'story', headline: 'Crane 1 falls into the harbour' });
    expect(naming(3)).toBe('not-an-article');
  });

  it('is a story beside two teasers, not if most paragraphs are teasers', () => {
    const beside = (others: number) =>
      look(
        pageOf(`<main>${line}${line}</main><div>${[1, 2, 3].slice(0, others).map(headed).join('')}</div>`, claim),
        false,
      );
    expect(beside(2)).toMatchObject({ kind: 'story' });
    expect(beside(3)).toBe('not-an-article');
  });
});

it('does not take a hidden paywall box for a sign of a private page', () => {
  document.body.innerHTML = `${NOTE.repeat(20)}<div style="display: none"><input autocomplete="cc-number"></div>`;
  expect(look(document, true)).toMatchObject({ headline: '' });
  document.body.innerHTML = '';
});

describe('a long text on a page with four times as much text elsewhere', () => {
  const apart = (html: string) => `<div><div><div><div>${html}</div></div></div></div>`;
  const told = (paragraphs: number) =>
    look(
      pageOf(`<section>${`<p>${LINE}</p>`.repeat(paragraphs)}</section>${apart(`<p>${LINE}</p>`).repeat(90)}`),
      false,
    );

  it('is a story, a shorter one is not', () => {
    expect(told(20)).toMatchObject({ kind: 'story' });
    expect(told(10)).toBe('not-an-article');
  });
});
