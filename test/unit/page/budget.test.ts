// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { publicationDay } from '../../../lib/dating';
import { findArticle } from '../../../lib/page';
import * as dom from '../../../lib/page/dom/dom';
import { dirtyBoxes, staleIn } from '../../../lib/page/read/dirty-boxes';
import { createPageIndex } from '../../../lib/page/read/page-index';
import type { MappedBlock } from '../../../lib/page/read/text-block';
import { walk } from '../../../lib/page/read/text-map';
import { dayClues } from '../../../lib/page/recognise/day-clues';
import { isPageForm, roleOf } from '../../../lib/page/recognise/furniture';
import { identityOf } from '../../../lib/page/recognise/story-identity';
import { PAGE_LIMIT, SCRIPT_LIMIT, SCRIPTS, structuredThings } from '../../../lib/page/recognise/structured-data';

/** A page can be without end, or be moved about while it is read: what we do for it is counted. */

afterEach(() => {
  vi.restoreAllMocks();
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

function show(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild!;
}
const dayOf = () => publicationDay(dayClues(document, 'https://paper.test/'), '2026-11-28');
const VISIBLE = 'style="visibility: visible"';
const P = `<p ${VISIBLE}>Soldiers left the base near Baghdad on Friday, said a spokesman of the army there.</p>`;

describe('finding a story', () => {
  const deep = (levels: number, tag: string, text: string) => {
    let outer = document.createElement('div');
    document.body.replaceChildren(outer);
    for (let level = 0; level < levels; level++) {
      const inner = document.createElement(tag);
      outer.append(text, inner);
      outer = inner as HTMLDivElement;
    }
  };
  const countSteps = (names: ('parentElement' | 'localName' | 'one')[], run: () => void) => {
    const spies = names.map((name) => vi.spyOn(dom, name));
    run();
    return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  };
  const find = () => findArticle(document, new URL('https://site.example/a'), false);

  it('does not climb up from every depth of inline elements', () => {
    deep(2_000, 'b', 'word ');
    expect(countSteps(['parentElement', 'localName'], find)).toBeLessThan(200_000);
  });

  it('examines each box around a paragraph once', () => {
    deep(300, 'section', 'A sentence that is long enough to count as a paragraph of a story. ');
    expect(countSteps(['one'], find)).toBeLessThan(20_000);
  });

  it('examines only some of the paragraphs and nodes of an endless page', { timeout: 20_000 }, () => {
    document.body.innerHTML = `<i></i>`.repeat(30_000);
    let steps = countSteps(['localName'], find);
    expect(steps).toBeLessThan(60_000);
    document.body.innerHTML = '<p>A sentence that is long enough to count as a paragraph of a story.</p>'.repeat(1_500);
    steps = countSteps(['one'], find);
    expect(steps).toBeLessThan(10_000);
  });
});

describe('reading the text of a page', () => {
  const plenty = { text: 1_000_000, nodes: 1_000_000, depth: 1_000, mayRead: () => true };
  function read(root: Element, budget = plenty, meanwhile: (step: number) => void = () => {}) {
    let id = 0;
    const work = walk(root, root, () => ++id, budget);
    let steps = 0;
    for (let at = work.next(); ; at = work.next()) {
      if (at.done) return { steps, ...at.value };
      meanwhile(++steps);
    }
  }
  const textOf = ({ blocks }: { blocks: readonly { text: string }[] }) => blocks.map(({ text }) => text).join('|');

  it('ends although the page keeps moving to the front what has just been read', () => {
    const root = show(`<div>${P.repeat(40)}</div>`);
    let moved = 0;
    const { steps, blocks } = read(root, { ...plenty, nodes: 2_000 }, () => {
      moved++;
      for (const p of [...root.children].slice(0, 20)) root.append(p);
    });
    expect(moved).toBeGreaterThan(100);
    expect(steps).toBeLessThanOrEqual(2_000);
    expect(blocks.length).toBeLessThanOrEqual(2_000);
  });

  it('ends although the page keeps moving the current box into its own content', () => {
    const root = show(`<main><div id="a">${P}</div><div id="b">${P}</div></main>`);
    const [a, b] = [root.querySelector('#a')!, root.querySelector('#b')!];
    let inA = false;
    const { steps } = read(root, { ...plenty, nodes: 3_000 }, () => {
      root.append(a, b);
      if (inA) a.append(b);
      else b.append(a);
      inA = !inA;
    });
    expect(steps).toBeLessThanOrEqual(3_000);
  });

  it('reads as much text as there is room for', () => {
    const root = show(`<div>${P.repeat(40)}</div>`);
    const whole = read(root);
    expect(whole.blocks).toHaveLength(40);
    const part = read(root, { ...plenty, text: 1_000 });
    expect(part.blocks.length).toBeGreaterThan(5);
    expect(part.blocks.length).toBeLessThan(10);
    expect(textOf(whole).startsWith(textOf(part))).toBe(true);
    expect(read(root, { ...plenty, text: 0 }).blocks).toHaveLength(0);
  });

  it('counts a text node of megabytes, too', () => {
    const root = show(`<p ${VISIBLE}></p>`);
    root.textContent = 'The ships waited for the tide. '.repeat(100_000);
    const { blocks } = read(root, { ...plenty, text: 50_000 });
    expect(textOf({ blocks }).length).toBeLessThan(100_000);
  });

  it('leaves out absurdly deep nesting', () => {
    const root = show(`<div>${P}</div>`);
    let at = root;
    for (let depth = 1; depth < 60; depth++) {
      const box = document.createElement('div');
      box.style.visibility = 'visible';
      box.textContent = `At depth ${depth}.`;
      at.append(box);
      at = box;
    }
    expect(textOf(read(root, { ...plenty, depth: 30 }))).toMatch(/At depth 29\.$/);
    expect(textOf(read(root))).toMatch(/At depth 59\.$/);
  });
});

describe('JSON-LD', () => {
  const script = (text: string) => {
    const element = document.createElement('script');
    element.type = 'application/ld+json';
    element.textContent = text;
    document.head.append(element);
  };
  const story = (more = '') => `{"@type":"NewsArticle","headline":"Talks","datePublished":"2021-03-04"${more}}`;
  /** Characters handed to the parser. */
  function parsed(run: () => void): number {
    const parse = vi.spyOn(JSON, 'parse');
    run();
    return parse.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
  }

  it.each([
    [
      'forty scripts of 400,000 brackets',
      () => Array.from({ length: 40 }, () => story(`,"a":${'['.repeat(190_000)}${']'.repeat(190_000)}`)),
    ],
    ['a script of ten megabytes', () => [story(`,"a":"${'x'.repeat(10_000_000)}"`)]],
    ['scripts that cannot be read', () => Array.from({ length: 40 }, () => `{"x":${','.repeat(300_000)}`)],
    ['a thousand small ones', () => Array.from({ length: 1_000 }, () => story())],
  ])('is parsed up to a limit: %s', (_, make) => {
    for (const text of make()) script(text);
    // Each script may be mended once.
    expect(parsed(() => structuredThings(document))).toBeLessThanOrEqual(2 * PAGE_LIMIT);
    expect(structuredThings(document).length).toBeLessThanOrEqual(SCRIPTS);
  });

  it('is parsed once, however often the page is examined, and again when it has changed', () => {
    script(story());
    expect(parsed(() => structuredThings(document))).toBeGreaterThan(0);
    vi.restoreAllMocks();
    expect(
      parsed(() => {
        identityOf(document, null);
        identityOf(document, null);
      }),
    ).toBe(0);
    document.querySelector('script')!.textContent = story().replace('Talks', 'Peace');
    expect(identityOf(document, null).claimed).toBe('Peace');
  });

  it('that is too long to be parsed still yields the day it prints', () => {
    script(story(`,"a":"${'x'.repeat(SCRIPT_LIMIT)}"`));
    expect(dayOf()).toBe('2021-03-04');
  });

  it('of a feed does not hide the story after it', () => {
    script(`[${`{"@type":"Product","text":"${'x'.repeat(3_000)}"},`.repeat(100)}{}]`);
    script(story());
    expect(identityOf(document, null).claimed).toBe('Talks');
    expect(dayOf()).toBe('2021-03-04');
  });
});

describe('what a page declares about itself', () => {
  const LONG = 'Talks go on and on. '.repeat(200_000);
  it.each([
    ['og:title', () => `<meta property="og:title" content="${LONG}">`, ''],
    ['its title', () => `<title>${LONG}</title>`, ''],
    ['its headline', () => '', `<h1>${LONG}</h1>`],
  ])('is passed on only up to a length: %s', (_, head, body) => {
    document.head.innerHTML = head();
    document.body.innerHTML = `<article>${body}${P.repeat(9)}</article>`;
    const found = findArticle(document, new URL('https://site.example/a'), true);
    if (typeof found === 'string') throw new Error(found);
    expect(found.headline).toMatch(/^Talks go on/);
    expect(found.headline.length).toBeLessThanOrEqual(500);
    expect(identityOf(document, null).claimed.length).toBeLessThanOrEqual(500);
  });
});

describe('scoring a box', () => {
  /** Nodes that were walked to. */
  function walked(run: () => void): number {
    let nodes = 0;
    const { nextNode } = TreeWalker.prototype;
    vi.spyOn(TreeWalker.prototype, 'nextNode').mockImplementation(function (this: TreeWalker) {
      nodes++;
      return nextNode.call(this);
    });
    run();
    return nodes;
  }

  it.each([
    ['a box of ten thousand empty ones', `<div class="promo">${'<i></i>'.repeat(10_000)}</div>`],
    ['a box of ten thousand blanks', `<div class="teaser">${'<i> </i>'.repeat(10_000)}</div>`],
    ['a paragraph with all of a page in a link', `<p>More: <a>${'<i></i>'.repeat(10_000)}</a></p>`],
  ])('examines only some of its nodes: %s', (_, html) => {
    const box = show(html);
    expect(walked(() => roleOf(box, 'body'))).toBeLessThan(10_000);
  });

  it('of ten thousand paragraphs examines only some', () => {
    const form = show(`<form>${'<p><i></i></p>'.repeat(10_000)}</form>`);
    expect(walked(() => isPageForm(form))).toBeLessThan(5_000);
  });
});

describe('changes to the page', () => {
  const blockIn = (element: Element, id: number, node?: Text): MappedBlock => ({
    id,
    text: 'x',
    role: 'body',
    runs: node ? [{ node, from: 0, at: 0, length: 1 }] : [],
    element,
  });

  it('are assigned to the box of each block, and to the first box if the block is removed', () => {
    const root = show('<div><section><p></p></section><section><p></p><p></p></section><p></p></div>');
    const [one, two] = [...root.querySelectorAll('section')] as Element[];
    const ps = [...root.querySelectorAll('p')];
    const gone = document.createElement('p');
    const blocks = [...ps, gone].map((element, id) => blockIn(element, id));
    const stale = staleIn([one!, two!], blocks);
    expect(stale.get(one!)).toEqual([blocks[0], blocks[4]]);
    expect(stale.get(two!)).toEqual([blocks[1], blocks[2]]);
  });

  it('in a shared box are examined once', () => {
    let deep = show('<div style="display: block"></div>');
    const root = deep;
    const inline = () => {
      const span = document.createElement('span');
      span.style.display = 'inline';
      return deep.appendChild(span);
    };
    for (let i = 0; i < 60; i++) deep = inline();
    const elements = Array.from({ length: 40 }, inline);
    let styled = 0;
    const { getComputedStyle } = window;
    vi.spyOn(window, 'getComputedStyle').mockImplementation((element) => {
      styled++;
      return getComputedStyle.call(window, element);
    });
    expect([...dirtyBoxes(new Set(elements), [root])]).toEqual([root]);
    expect(styled).toBeLessThan(200);
  });

  it('can remove a thousand blocks of one element at once', () => {
    const element = show('<div></div>');
    const node = document.createTextNode('x');
    const blocks = Array.from({ length: 3_000 }, (_, id) => blockIn(element, id, node));
    const index = createPageIndex();
    index.replace([], blocks);
    let copied = 0;
    const { filter } = Array.prototype;
    vi.spyOn(Array.prototype, 'filter').mockImplementation(function (this: unknown[], ...given) {
      copied += this.length;
      return filter.apply(this, given);
    });
    index.replace(blocks.slice(1), []);
    expect(copied).toBeLessThan(20 * blocks.length);
    expect(index.blocks).toEqual([blocks[0]]);
    expect(index.blocksOf(element)).toEqual([blocks[0]]);
    expect(index.blocksIn(node)).toEqual([blocks[0]]);
  });
});
