/** Pages that change while they are read, in both browsers. Long because each change is one short story on the same stage. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage';

/** Living inside pages that change, navigate, fight for the top or listen to everything, in real browsers. */

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Opened {
  shown: boolean;
  inTopLayer: boolean;
  box: Box | null;
  rects: Box[];
  parent: string;
}

const NAMES = ['Anna Lindqvist', 'Peder Vang', 'Northern Ports', 'Ilse Brandt'];
const OURS = 'rgb(1, 2, 3)';

const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each(['chromium', 'firefox'] as const)('a changing page in %s', (browserName) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(browserName);
  });
  afterAll(() => stage?.close());

  const start = async (path: string) => {
    await stage.open(path);
    return stage.call<{ state: string }>('start', { names: NAMES });
  };
  const forms = async () => (await stage.call<{ form: string }[]>('spots')).map(({ form }) => form);
  const asked = async () => (await stage.call<{ asked: string[] }>('state')).asked;
  /** Our own script runs in the frame of the card, and its style holds there. */
  const expectDressed = () => expect.poll(async () => (await stage.card())?.backgroundColor).toBe(OURS);
  const press = (key: string) => stage.page.keyboard.press(key);

  it('causes a request for a changed paragraph only, and keeps reading order', async () => {
    await start('spa.html');
    const before = (await asked()).length;
    await stage.page.evaluate(() => {
      const p = document.createElement('p');
      p.textContent = 'Put in between: Ilse Brandt has joined the talks.';
      document.getElementById('first')!.after(p);
      document.getElementById('ticker')!.textContent = 'Ticker: 7 ships in the Northern Ports';
    }, null);
    await expect.poll(forms).toContain('Ilse Brandt');
    expect(await forms()).toEqual(['Peder Vang', 'Ilse Brandt', 'Northern Ports', 'Anna Lindqvist']);
    const again = (await asked()).slice(before);
    expect(again).toHaveLength(2);
    expect(again).not.toContainEqual(expect.stringContaining('untouched'));
  });

  it('causes no request when a framework renders the same text again', async () => {
    await start('spa.html');
    const before = (await asked()).length;
    const ids = await stage.call<{ id: string }[]>('spots');
    await stage.page.evaluate(() => {
      const article = document.getElementById('article')!;
      article.replaceChildren(...[...article.children].map((child) => child.cloneNode(true)));
    }, null);
    await new Promise((done) => setTimeout(done, 900));
    expect(await asked()).toHaveLength(before);
    const now = await stage.call<{ id: string; hit: object | null }[]>('spots');
    expect(now.map(({ id }) => id)).toEqual(ids.map(({ id }) => id));
    for (const { hit } of now) expect(hit).not.toBeNull();
  });

  it('is followed when all its elements are replaced', async () => {
    await start('spa.html');
    await stage.page.evaluate(() => {
      const fresh = document.createElement('article');
      const p = document.createElement('p');
      p.textContent =
        'A wholly new body in which Ilse Brandt speaks at length about the ships, the harbour, the town and the weather, so that nobody can say that it were too short for a story, which it is not by any measure that we know of.';
      fresh.append(p);
      document.getElementById('article')!.replaceWith(fresh);
    }, null);
    await expect.poll(forms).toEqual(['Ilse Brandt']);
  });

  it('with 5,000 mutations a second causes few requests and short slices', async () => {
    await start('spa.html');
    const before = (await asked()).length;
    await stage.call('slices');
    const made = await stage.page.evaluate(
      () =>
        new Promise<number>((done) => {
          const text = document.getElementById('ticker')!.firstChild as Text;
          const end = performance.now() + 4_000;
          let count = 0;
          const channel = new MessageChannel();
          const began = performance.now();
          channel.port1.onmessage = () => {
            // As many as are due, so that a slow machine still makes 5,000 a second.
            while (count < ((performance.now() - began) / 1000) * 5_000)
              text.data = `Ticker: ${++count} ships in the Northern Ports`;
            if (performance.now() > end) done(count);
            else channel.port2.postMessage(null);
          };
          channel.port2.postMessage(null);
        }),
      null,
    );
    expect(made).toBeGreaterThan(19_000);
    await new Promise((done) => setTimeout(done, 500));
    // Pauses of 250, 500, 1000 and 2000 ms: four or five readings in four seconds.
    expect((await asked()).length - before).toBeLessThan(8);
    const slices = (await stage.call<number[]>('slices')).sort((a, b) => a - b);
    expect(slices.length).toBeGreaterThan(0);
    // The middle one: another program may take the processor away in one of them.
    expect(slices[(slices.length - 1) >> 1]).toBeLessThanOrEqual(8);
  });

  it('is reported after push, replace and back once the address has changed, but not for a hash', async () => {
    await start('spa.html');
    await stage.call('watchNavigation');
    const go = (run: 'pushState' | 'replaceState', to: string) =>
      stage.page.evaluate(({ run, to }) => history[run](null, '', to), { run, to });
    await go('pushState', '?story=2');
    await go('pushState', '?story=2#comments');
    await stage.page.evaluate(() => {
      location.hash = 'top';
    }, null);
    await go('replaceState', '?story=3');
    await expect.poll(() => stage.call('arrivals')).toHaveLength(2);
    await stage.page.evaluate(() => history.go(-2), null);
    await expect
      .poll(() => stage.call('arrivals'))
      .toEqual(['navigated /spa.html?story=2', 'navigated /spa.html?story=3', 'navigated /spa.html?story=2']);
  });

  it('with a strict CSP shows the card, with its style', async () => {
    await start('csp/lines.html');
    const card = await stage.call<Opened>('openCard', { form: 'Peder Vang' });
    expect(card).toMatchObject({ shown: true, inTopLayer: true });
    await expectDressed();
    await expect.poll(() => stage.call('painted')).toBeGreaterThan(0);
  });

  it('with broken prototypes, hidden divs and the highest z-index shows the card', async () => {
    const { state } = await start('hostile.html');
    expect(state).toBe('ready');
    const card = await stage.call<Opened>('openCard', { form: 'Northern Ports', height: 600 });
    expect(card).toMatchObject({ shown: true, inTopLayer: true, parent: 'html' });
    await expectDressed();
    expect(await stage.call('cardIsOnTop')).toEqual([]);
    await stage.call('closeCard');
    expect(await stage.page.evaluate(() => document.querySelectorAll('[popover]').length, null)).toBe(0);
  });

  it('with a modal dialog shows the card within reach', async () => {
    await stage.open('hostile.html');
    await stage.page.evaluate(() => (document.getElementById('dialog') as HTMLDialogElement).showModal(), null);
    // The dialog stands beside the article: the story is the article, the dialog is mapped when it is all there is.
    await stage.page.evaluate(
      () => document.querySelector('article')!.append(document.getElementById('dialog')!),
      null,
    );
    await stage.page.evaluate(() => {
      const dialog = document.getElementById('dialog') as HTMLDialogElement;
      dialog.close();
      dialog.showModal();
    }, null);
    await stage.call('start', { names: NAMES });
    const card = await stage.call<Opened>('openCard', { form: 'Anna Lindqvist' });
    expect(card).toMatchObject({ shown: true, inTopLayer: true, parent: 'dialog' });
    await expectDressed();
    expect(await stage.call('cardIsOnTop')).toEqual([]);
  });

  it('with a fullscreen element shows the card above it', async () => {
    await stage.open('hostile.html');
    await stage.page.evaluate(() => {
      const stage = document.getElementById('stage')!;
      document.querySelector('article')!.append(stage);
      stage.addEventListener('click', () => stage.requestFullscreen());
    }, null);
    await stage.call('start', { names: NAMES });
    const at = await stage.page.evaluate(() => {
      const { x, y } = document.getElementById('stage')!.getClientRects()[0]!;
      return { x: x + 5, y: y + 5 };
    }, null);
    await stage.page.mouse.click(at.x, at.y);
    await expect.poll(() => stage.page.evaluate(() => document.fullscreenElement?.id, null)).toBe('stage');
    await new Promise((done) => setTimeout(done, 500));
    const card = await stage.call<Opened>('openCard', { form: 'Anna Lindqvist' });
    expect(card).toMatchObject({ shown: true, inTopLayer: true });
    await expectDressed();
    expect(await stage.call('cardIsOnTop')).toEqual([]);
    // The host stood in the story; neither its coming nor its going is a change of it.
    await stage.call('slices');
    await stage.call('closeCard');
    await new Promise((done) => setTimeout(done, 1_500));
    expect(await stage.call('slices')).toEqual([]);
    await stage.page.evaluate(() => document.exitFullscreen(), null);
  });

  it('never has the card over the mention or outside the window, however tall the card is', async () => {
    await start('lines.html');
    const spots = await stage.call<{ form: string }[]>('spots');
    const seen = new Map<string, number>();
    const view = await stage.page.evaluate(() => ({ width: innerWidth, height: innerHeight }), null);
    for (const { form } of spots) {
      const nth = seen.get(form) ?? 0;
      seen.set(form, nth + 1);
      for (const height of [80, 300, 2_000]) {
        const card = await stage.call<Opened>('openCard', { form, nth, height });
        expect(card.shown).toBe(true);
        const box = card.box!;
        expect(box.width).toBeGreaterThan(50);
        expect(box.height).toBeGreaterThan(50);
        expect(box.height).toBeLessThanOrEqual(480);
        for (const rect of card.rects) expect(overlaps(box, rect)).toBe(false);
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(view.width);
        expect(box.y + box.height).toBeLessThanOrEqual(view.height);
      }
    }
    expect([...seen.values()].reduce((a, b) => a + b)).toBeGreaterThan(10);
  });

  it('does not change the card’s size and place by zooming its root element', async () => {
    await start('lines.html');
    await stage.page.evaluate(() => {
      document.documentElement.style.zoom = '1.5';
    }, null);
    const card = await stage.call<Opened>('openCard', { form: 'Anna Lindqvist', nth: 1 });
    expect(card.shown).toBe(true);
    expect(card.box!.width).toBeCloseTo(380, 0);
    for (const rect of card.rects) expect(overlaps(card.box!, rect)).toBe(false);
    const gap = Math.min(...card.rects.map((rect) => card.box!.y - (rect.y + rect.height)));
    expect(gap).toBeLessThan(20);
  });

  it('lets Escape alone close the card: neither the page nor its dialog gets it, and only while a card is open', async () => {
    await stage.open('hostile.html');
    await stage.page.evaluate(() => (document.getElementById('dialog') as HTMLDialogElement).showModal(), null);
    await stage.call('start', { names: NAMES });
    await stage.call('watchEscape');
    await press('Escape');
    const afterwards = () =>
      stage.page.evaluate(
        () => ({
          keys: (window as unknown as { keys: string[] }).keys,
          dialog: (document.getElementById('dialog') as HTMLDialogElement).open,
        }),
        null,
      );
    await expect.poll(() => stage.call('escapes')).toBe(1);
    expect(await afterwards()).toEqual({ keys: [], dialog: true });
    await stage.call('setOpen', { now: false });
    await press('Escape');
    await expect.poll(async () => (await afterwards()).dialog).toBe(false);
    await expect.poll(async () => (await afterwards()).keys).toContain('keydown Escape');
    expect(await stage.call('escapes')).toBe(1);
  });

  it('does not get what is typed in the card, even with capture listeners, and does not stop it', async () => {
    await start('hostile.html');
    await stage.call<Opened>('openCard', { form: 'Peder Vang' });
    await expectDressed();
    expect(await stage.call('focusCard')).toBe(true);
    await stage.page.keyboard.type('aquay');
    await expect.poll(() => stage.card()).toMatchObject({ keys: 'aquay', value: 'aquay' });
    expect(await stage.page.evaluate(() => (window as unknown as { keys: string[] }).keys, null)).toEqual([]);
  });

  it('sees nothing of the card: closed root, no name, no role', async () => {
    await start('lines.html');
    await stage.call<Opened>('openCard', { form: 'Peder Vang' });
    const seen = await stage.page.evaluate(() => {
      const host = document.querySelector('[popover]')!;
      const frames = document.querySelectorAll('iframe').length;
      return { html: host.outerHTML.replace(/ style="[^"]*"/, ''), root: host.shadowRoot, frames };
    }, null);
    expect(seen.root).toBeNull();
    expect(seen.frames).toBe(0);
    expect(seen.html).toBe('<div popover="manual"></div>');
  });

  it('has its changes to the host repaired, and the card closes when the page removes it', async () => {
    await start('lines.html');
    await stage.call<Opened>('openCard', { form: 'Peder Vang' });
    const before = await stage.call<number>('losses');
    await stage.page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('[popover]')!;
      host.id = 'mine';
      host.className = 'mine';
      host.style.setProperty('opacity', '0', 'important');
      host.hidePopover();
    }, null);
    const looks = () =>
      stage.page.evaluate(() => {
        const host = document.querySelector<HTMLElement>('[popover]');
        if (!host) return null;
        return [host.attributes.length, getComputedStyle(host).opacity, host.matches(':popover-open')];
      }, null);
    await expect.poll(looks).toEqual([2, '1', true]);
    expect(await stage.call('losses')).toBe(before);
    await stage.page.evaluate(() => document.querySelector('[popover]')?.remove(), null);
    await expect.poll(() => stage.call('losses')).toBe(before + 1);
    await expect.poll(looks).toBeNull();
  });
});
