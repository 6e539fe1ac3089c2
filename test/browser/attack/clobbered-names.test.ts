import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../page/stage';

/**
 * A page lays names over what the DOM says of a form (`<input name="parentElement">`) and of itself (`<img name="body">`),
 * clears our highlights, and piles up frames. It is read as it is read without all that, and no tab hangs.
 */

const NAMES = ['Anna Lindqvist', 'Peder Vang'];
const ARTICLE = `<article><h1>Harbour talks end without a signature</h1>
<p id="first">In the morning Anna Lindqvist left the table by the harbour, and nobody of those who had come to sign could say for how long it would be.</p>
<ul><li>Those who stayed, among them Peder Vang, spoke of the weather, of the ships and of the long way home that lay before them.</li></ul>
<p>Outside the <b>ministry <i>of</i> trade</b> it was said that Anna Lindqvist would come back before the evening, as she had always done.</p></article>`;

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour talks</title><meta property="og:type" content="article"><meta name="date" content="2022-10-31">${head}</head><body>${body}</body></html>`;

const withInside = (more: string) => ARTICLE.replace('</article>', `${more}</article>`);

const frame = (n: number) =>
  `<iframe width="400" height="200" srcdoc="<p>In frame ${n} sat Peder Vang and waited for an answer that did not come before the night.</p>"></iframe>`;
const nested = (depth: number): string =>
  `<p>At depth ${depth} sat Anna Lindqvist and waited for an answer that did not come before the night.</p>${
    depth > 0
      ? `<iframe width="600" height="400" srcdoc="${nested(depth - 1)
          .replaceAll('&', '&amp;')
          .replaceAll('"', '&quot;')}"></iframe>`
      : ''
  }`;

const PAGES: Readonly<Record<string, string>> = {
  '/plain.html': page(ARTICLE),
  '/around.html': page(`<form>${ARTICLE}</form>`),
  '/inside.html': page(ARTICLE.replace('<h1>', '<form><h1>').replace('</article>', '</form></article>')),
  '/id.html': page(`${ARTICLE}<form id="__reader"><input type="hidden" name="abort"></form>`),
  '/frames.html': page(withInside(Array.from({ length: 60 }, (_, n) => frame(n)).join(''))),
  '/nested.html': page(withInside(nested(9))),
};

interface State {
  readonly state: string;
  readonly blocks: readonly { text: string; role: string }[];
}

describe.each(['chromium', 'firefox'] as const)('in %s', (browserName) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(browserName, (_, response, path) => {
      const html = PAGES[path];
      if (html) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
      return html !== undefined;
    });
  });
  afterAll(() => stage?.close());

  const start = () => stage.call<{ state: string; headline: string; day: string }>('start', { names: NAMES });
  const state = () => stage.call<State>('state');
  const forms = async () => (await stage.call<{ form: string }[]>('spots')).map(({ form }) => form);
  const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

  /** What is found where nothing is laid over anything. */
  async function plainly() {
    await stage.open('plain.html');
    const told = await start();
    return { told: { ...told, ms: 0 }, read: (await state()).blocks, forms: await forms() };
  }
  async function found() {
    const told = await start();
    return { told: { ...told, ms: 0 }, read: (await state()).blocks, forms: await forms() };
  }

  /** Every name that the DOM knows of such a thing, laid over `form` or over the document. */
  const clobber = (what: 'form' | 'document') =>
    stage.page.evaluate((what) => {
      const names = new Set<string>();
      const kind = what === 'form' ? HTMLFormElement.prototype : Document.prototype;
      for (let at: object | null = kind; at && at !== Object.prototype; at = Object.getPrototypeOf(at) as object)
        for (const name of Object.getOwnPropertyNames(at)) names.add(name);
      const covers = document.createDocumentFragment();
      for (const name of names) {
        const cover = document.createElement(what === 'form' ? 'input' : 'img');
        if (what === 'form') cover.setAttribute('type', 'hidden');
        cover.setAttribute('name', name);
        cover.hidden = true;
        covers.append(cover);
      }
      const target = what === 'form' ? document.querySelector('form')! : document.body;
      Node.prototype.appendChild.call(target, covers);
      return names.size;
    }, what);

  const appendStory = () =>
    stage.page.evaluate(() => {
      const one = Document.prototype.querySelector.bind(document);
      const p = Document.prototype.createElement.call(document, 'p');
      p.textContent =
        'In the evening Peder Vang came out alone, and it was for the whole harbour to see that he had won.';
      const article = one('article form') ?? one('article')!;
      Node.prototype.appendChild.call(article, p);
    }, null);

  it.each([
    ['around.html', 'form'],
    ['inside.html', 'form'],
    ['plain.html', 'document'],
    ['around.html', 'document'],
  ] as const)(
    '%s is read with every property name of a %s overlaid by the page, including later changes',
    async (path, what) => {
      const plain = await plainly();
      expect(plain.forms).toEqual(['Anna Lindqvist', 'Peder Vang', 'Anna Lindqvist']);
      await stage.open(path);
      expect(await clobber(what)).toBeGreaterThan(150);
      expect(await found()).toEqual(plain);
      await appendStory();
      await expect.poll(forms).toEqual([...plain.forms, 'Peder Vang']);
      const spots = await stage.call<{ hit: { line: { x: number; y: number } } | null }[]>('spots');
      const { x, y } = spots[0]!.hit!.line;
      const { found: hit } = await stage.call<{ found: { form: string } | null }>('hit', { x: x + 3, y: y + 3 });
      expect(hit?.form).toBe('Anna Lindqvist');
    },
  );

  it('an element with the name under which the reader script stores its controller does not keep it from starting', async () => {
    await stage.open('id.html');
    expect((await start()).state).toBe('ready');
    expect((await start()).state).toBe('ready');
  });

  /** As the page itself sees it. */
  const marks = () =>
    stage.page.evaluate(() => {
      const { highlights } = CSS as unknown as { highlights: Map<string, Set<AbstractRange>> };
      return highlights.get('backstory-mark')?.size ?? 0;
    }, null);

  it.each([
    ['clears all highlights', 'clear'],
    ['deletes ours', 'delete'],
    ['empties ours', 'empty'],
    ['puts another in its place', 'set'],
  ])('marks return when the page %s', async (_, how) => {
    await stage.open('plain.html');
    await start();
    await expect.poll(marks).toBe(3);
    const left = await stage.page.evaluate((how) => {
      const { highlights } = CSS as unknown as { highlights: Map<string, Set<AbstractRange>> };
      if (how === 'clear') highlights.clear();
      if (how === 'delete') highlights.delete('backstory-mark');
      if (how === 'empty') highlights.get('backstory-mark')?.clear();
      const { Highlight } = window as unknown as { Highlight: new () => Set<AbstractRange> };
      if (how === 'set') highlights.set('backstory-mark', new Highlight());
      // What the page does to its own view of the registry is its own affair.
      highlights.get = () => undefined;
      highlights.set = () => highlights;
      Reflect.deleteProperty(highlights, 'get');
      return highlights.get('backstory-mark')?.size ?? 0;
    }, how);
    expect(left).toBe(0);
    await expect.poll(marks).toBe(3);
  });

  it('a page that removes the marks again and again is repaired less and less often', async () => {
    await stage.open('plain.html');
    await start();
    await expect.poll(marks).toBe(3);
    await stage.page.evaluate(() => {
      const seen = { back: 0 };
      Object.assign(window, { seen });
      const { highlights } = CSS as unknown as { highlights: Map<string, Set<AbstractRange>> };
      setInterval(() => {
        if (highlights.has('backstory-mark')) seen.back++;
        highlights.clear();
      }, 20);
    }, null);
    await wait(13_000);
    const back = await stage.page.evaluate(() => (window as unknown as { seen: { back: number } }).seen.back, null);
    // Looks every two seconds; without patience they would be six or seven.
    expect(back).toBeGreaterThanOrEqual(2);
    expect(back).toBeLessThanOrEqual(4);
  });

  /** How many frames stand in one another by now, each with its text. */
  const depth = () =>
    stage.page.evaluate(() => {
      let [deep, inner] = [0, document.querySelector('iframe')];
      for (; inner?.contentDocument?.querySelector('p'); inner = inner.contentDocument.querySelector('iframe')) deep++;
      return deep;
    }, null);

  it('frames next to and inside one another are read up to a limit', async () => {
    await stage.open('frames.html');
    await expect.poll(() => stage.page.evaluate(() => frames.length, null)).toBe(60);
    await start();
    const framed = async () =>
      (await state()).blocks.filter(({ text }) => text.startsWith('In frame')).map(({ text }) => text);
    const before = await framed();
    expect(before.length).toBe(20);
    // One that has gone makes room for another.
    await stage.page.evaluate(() => {
      for (const one of [...document.querySelectorAll('iframe')].slice(0, 5)) one.remove();
    }, null);
    await expect.poll(async () => (await framed()).filter((text) => !before.includes(text)).length).toBe(5);
    expect((await framed()).length).toBe(20);
    await stage.open('nested.html');
    await expect.poll(depth).toBe(9);
    await start();
    expect((await state()).blocks.filter(({ text }) => text.startsWith('At depth')).map(({ text }) => text[9])).toEqual(
      ['9', '8', '7', '6', '5'],
    );
  });
});
