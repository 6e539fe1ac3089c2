// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { findArticle } from '../../../lib/page';
import { isCommentBox, roleAbove, roleOf } from '../../../lib/page/recognise/furniture';

/** What a name in the markup may say of the text in it, and what not. */

const P =
  '<p>Soldiers left the base near Baghdad on Friday, said a spokesman of the army who was there at the time.</p>';
const STORY = P.repeat(5);

function show(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild!;
}
const first = (selector: string) => document.querySelector(selector)!;
afterEach(() => {
  document.body.innerHTML = '';
});

describe('the boxes around a story', () => {
  it.each([
    'layout has-sidebar',
    'css-1ad9k5',
    'no-ads',
    'with-sidebar',
    'promo-active',
    'menu-closed',
    'sticky-nav',
    'page comments-open',
  ])('do not exclude it or change its meaning by a word in their name: %s', (name) => {
    show(`<div class="${name}"><article>${STORY}</article></div>`);
    expect(roleAbove(first('p'), first('article'))).toBe('body');
  });

  it('may have such a name themselves', () => {
    const root = show(`<div class="column promo-active">${STORY}</div>`);
    expect(roleOf(root, 'body')).toBe('furniture');
    expect(roleOf(root, 'body', true)).toBe('body');
  });

  it.each(['hidden', 'inert', 'aria-hidden="true"'])('exclude it all the same: %s', (attribute) => {
    show(`<div ${attribute}><article>${STORY}</article></div>`);
    expect(roleAbove(first('p'), first('article'))).toBe('furniture');
  });

  it('are not those within the story', () => {
    show(`<article>${STORY}<div class="newsletter"><div id="inner">${P}</div></div></article>`);
    expect(roleAbove(first('#inner'), first('article'))).toBe('furniture');
  });

  it('may be one form for the whole page, as on old servers', () => {
    const doc = new DOMParser().parseFromString(
      `<html><head><meta property="og:type" content="article"></head><body>
       <form><h1>Soldiers leave the base near Baghdad</h1><div id="news">${STORY}</div></form></body></html>`,
      'text/html',
    );
    const found = findArticle(doc, new URL('https://paper.example/news.aspx'), false);
    if (typeof found === 'string') throw new Error(found);
    expect(found.story.textContent).toContain('Soldiers left');
    expect(roleAbove(doc.querySelector('#news p')!, found.story)).toBe('body');
  });
});

describe('a box in a story', () => {
  it.each(['sidebar', 'relatedLinks', 'newsletter_box', 'ad2', 'adSlot', 'top-nav'])(
    'is excluded for its name: %s',
    (name) => {
      expect(roleOf(show(`<div class="${name}">${P}</div>`), 'body')).toBe('furniture');
    },
  );

  it.each(['css-1ad9k5', 'x2ad', 'sc-fzAdBk', 'has-sidebar', 'hasSidebar', 'no-ads', 'without-promo'])(
    'is kept when the word means something else: %s',
    (name) => {
      expect(roleOf(show(`<div class="${name}">${P}</div>`), 'body')).toBe('body');
    },
  );

  it('is kept, whatever its name, when it contains a headline or much prose', () => {
    expect(roleOf(show(`<div class="promo"><h1>Soldiers leave the base near Baghdad</h1>${P}</div>`), 'body')).toBe(
      'body',
    );
    expect(roleOf(show(`<div class="sidebar">${P.repeat(25)}</div>`), 'body')).toBe('body');
  });

  it('is excluded if it holds the name of the paper, or the small print on cookies, however long', () => {
    expect(roleOf(show('<div class="masthead"><h1>The Paper</h1></div>'), 'body')).toBe('furniture');
    const consent = `<div class="cookie-consent"><h1>We value your privacy so much</h1>${P.repeat(25)}</div>`;
    expect(roleOf(show(consent), 'body')).toBe('furniture');
  });

  const LINK = '<a href="/harbour">Two senators trade barbs over the harbour</a>';
  it('is excluded if it only points to another story, not if the sentence goes on', () => {
    expect(roleOf(show(`<p>Read more: ${LINK}</p>`), 'body')).toBe('furniture');
    expect(roleOf(show(`<p>Asked: ${LINK} was his answer.</p>`), 'body')).toBe('body');
  });

  it('is excluded as a list of three links (two in an aside), unless it has more paragraphs than links', () => {
    expect(roleOf(show(`<div>${LINK.repeat(3)}</div>`), 'body')).toBe('furniture');
    expect(roleOf(show(`<div>${LINK.repeat(2)}</div>`), 'body')).toBe('body');
    expect(roleOf(show(`<aside>${LINK.repeat(2)}</aside>`), 'body')).toBe('furniture');
    expect(roleOf(show(`<aside>${LINK}</aside>`), 'body')).toBe('aside');
    expect(roleOf(show(`<div>${`<p>${LINK}</p>`.repeat(3)}</div>`), 'body')).toBe('furniture');
    expect(roleOf(show(`<div>${`<p>${LINK}</p>`.repeat(3)}<p>He left.</p></div>`), 'body')).toBe('body');
  });

  it.each([
    ['contenteditable', 'furniture'],
    ['contenteditable="true"', 'furniture'],
    ['contenteditable="FALSE"', 'body'],
  ])('is excluded if it is editable: %s is %s', (attribute, role) => {
    expect(roleOf(show(`<div ${attribute}>${P}</div>`), 'body')).toBe(role);
  });

  it('is excluded as a dialog that is not open', () => {
    expect(roleOf(show(`<dialog>${P}</dialog>`), 'body')).toBe('furniture');
    expect(roleOf(show(`<dialog open>${P}</dialog>`), 'body')).toBe('body');
  });

  it('is excluded when it is a form to fill in', () => {
    expect(roleOf(show(`<form>${P}<input></form>`), 'body')).toBe('furniture');
  });
});

describe("readers' comments", () => {
  it('are not a story that happens to be open for comments', () => {
    expect(roleOf(show(`<article class="post comments-open">${STORY}</article>`), 'body')).toBe('body');
    expect(roleOf(show(`<article class="story comments">${STORY}</article>`), 'body')).toBe('body');
    expect(roleOf(show(`<div class="story discussion"><h1>Talks</h1>${STORY}</div>`), 'body')).toBe('body');
    expect(isCommentBox(show(`<div class="comments-closed">${STORY}</div>`))).toBe(false);
  });

  it('are boxes of that name, and an article of that name in an article', () => {
    expect(roleOf(show(`<div class="comments">${P}</div>`), 'body')).toBe('comment');
    show(`<article>${STORY}<article class="comment">${P}</article></article>`);
    expect(roleOf(first('.comment'), 'body')).toBe('comment');
  });
});
