/**
 * The button beside a selection, which is a setting: what it does for the reader, and that a page can neither press it nor
 * read it, nor is kept from its own keys, clicks, focus and selection.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../extension/session';
import type { SpiedWindow } from './page-spy';
import { type Browser, type Place, type Reader, type Rect, sleep } from './reader';

/** ms in which a button that comes has come. */
const SETTLED = 1_000;

/** Puts something that is written in over the story, or beside it. In the page. */
function write(markup: string): void {
  const parsed = new DOMParser().parseFromString(markup, 'text/html').body.firstElementChild as HTMLElement;
  parsed.id = 'written';
  parsed.dataset.own = 'yes';
  parsed.style.cssText = 'position:fixed;left:8px;top:8px;width:300px;font:20px/1.5 serif;background:#fff';
  document.body.append(parsed);
}

/** All that a page can do to press something of ours. In the page. */
function pressAll(): void {
  const { spy } = window as unknown as SpiedWindow;
  const targets = [...spy.hosts, ...document.querySelectorAll('[popover]')] as HTMLElement[];
  const frame = spy.frame();
  for (const target of frame ? [...targets, frame] : targets) {
    const { x, y, width, height } = target.getBoundingClientRect();
    const at = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, composed: true, cancelable: true };
    for (const name of ['pointerdown', 'pointerup']) target.dispatchEvent(new PointerEvent(name, at));
    for (const name of ['mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(name, at));
    for (const key of ['Enter', ' ']) target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    target.click();
    target.focus();
  }
  for (const message of ['click', { type: 'close' }, { type: 'call', id: 0, name: 'lookUpSelected', ask: {} }]) {
    frame?.contentWindow?.postMessage(message, '*');
    postMessage(message, '*');
  }
}

export function attacksOnTheButton(reader: () => Reader, browser: Browser, scripts?: () => Promise<readonly string[]>) {
  const page = <Arg, T>(run: (arg: Arg) => T, arg: Arg) => reader().page.evaluate(run, arg);

  /** Boxes of what stands there of ours; a card is taller. */
  const buttons = (): Promise<readonly Rect[]> =>
    page(
      () =>
        [...document.querySelectorAll('[popover=manual]:not([data-own])')]
          .filter((one) => getComputedStyle(one).visibility === 'visible')
          .map((one) => one.getBoundingClientRect())
          .filter(({ height }) => height < 60)
          .map(({ x, y, width, height }) => ({ x, y, width, height })),
      null,
    );
  const middle = ({ x, y, width, height }: Rect): Place => ({ x: x + width / 2, y: y + height / 2 });

  async function open(on: boolean): Promise<void> {
    await reader().visit('spying');
    if (on) await set(true);
  }
  const set = (on: boolean) =>
    reader().own.evaluate((on) => chrome.storage.local.set({ 'settings.selectionButton': on }), on);
  /** Drags over letters of a text as a hand does. */
  async function drag(where: string, from: number, to: number): Promise<Rect> {
    const box = await page(
      ([where, from, to]) => {
        const texts = document.createTreeWalker(document.querySelector(where) as Element, NodeFilter.SHOW_TEXT);
        const text = texts.nextNode() as Text;
        const range = document.createRange();
        range.setStart(text, from);
        range.setEnd(text, Math.min(to, text.length));
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      },
      [where, from, to] as const,
    );
    const y = box.y + box.height / 2;
    await reader().move({ x: box.x + 1, y });
    await reader().down();
    await reader().move({ x: box.x + box.width - 1, y }, 4);
    await reader().up();
    return box;
  }
  async function buttonBeside(where = 'h1', from = 2, to = 8): Promise<Rect> {
    const isThere = async () => (await buttons()).length === 1;
    // Its script comes a moment after the setting.
    for (let tries = 0; tries < 15 && !(await isThere()); tries++) {
      await reader().pressAt({ x: 2, y: 2 });
      await drag(where, from, to);
      await until(isThere, 'no button', SETTLED).catch(() => {});
    }
    expect(await buttons()).toHaveLength(1);
    return (await buttons())[0] as Rect;
  }
  /**
   * The pointer is over the button as the browser has it: one that is busy gives the first moves over a frame that has just
   * come, and a press with them, to the page below, which nobody's eye and hand are quick enough for.
   */
  async function restOnButton(): Promise<void> {
    const toPage = async () => {
      const [box] = await buttons();
      if (!box) return true;
      const { x, y } = middle(box);
      await reader().move({ x: x + 2, y });
      await page(() => (window as unknown as SpiedWindow).spy.forget(), null);
      await reader().move({ x, y });
      return page(
        () => [...(window as unknown as SpiedWindow).spy.heard].some((one) => one.startsWith('pointermove|')),
        null,
      );
    };
    await until(async () => !(await toPage()), 'the button takes no pointer');
  }
  const state = () =>
    page(() => ({ selected: String(getSelection()), focused: document.activeElement?.nodeName }), null);

  /** What the search has that a press opened: the popup of the toolbar, or a window of ours where the browser opens none. */
  const searched = (): Promise<string | null> =>
    reader().own.evaluate(async () => {
      const [popup] = chrome.extension.getViews({ type: 'popup' });
      if (popup) return popup.document.querySelector<HTMLInputElement>('input[type=search]')?.value ?? null;
      const tabs = await chrome.tabs.query({});
      const own = tabs.find(({ url }) => url?.startsWith(chrome.runtime.getURL('/popup.html')));
      return own?.url ? new URL(own.url).searchParams.get('find') : null;
    }, null);
  const closeSearch = async () => {
    await reader().own.evaluate(async () => {
      for (const popup of chrome.extension.getViews({ type: 'popup' })) popup.close();
      for (const { id, url } of await chrome.tabs.query({})) {
        if (id !== undefined && url?.startsWith(chrome.runtime.getURL('/popup.html'))) await chrome.tabs.remove(id);
      }
    }, null);
    await until(async () => (await searched()) === null, 'the search does not close');
  };
  afterEach(async () => {
    await closeSearch();
    await set(false);
  });

  describe('a button beside the selection', () => {
    it('is absent, with everything that belongs to it, unless the reader has switched it on', async () => {
      await open(false);
      await drag('h1', 2, 8);
      await sleep(SETTLED);
      expect(await buttons()).toEqual([]);
      expect((await page(() => (window as unknown as SpiedWindow).spy.hosts.length, null)) <= 1).toBe(true);
      if (scripts) expect((await scripts()).filter((url) => /\/(selection|button)\.js$/.test(url))).toEqual([]);
    });

    it('covers no words; a press looks them up, and changes neither focus nor selection', async () => {
      await open(true);
      const box = await buttonBeside();
      const words = await page(() => {
        const { y, height } = (getSelection() as Selection).getRangeAt(0).getBoundingClientRect();
        return { y, height };
      }, null);
      expect(box.y + box.height <= words.y || box.y >= words.y + words.height).toBe(true);
      if (scripts) expect((await scripts()).filter((url) => /\/selection\.js$/.test(url))).toHaveLength(1);
      const before = await state();
      expect(before.selected).toBe('strike');
      // At once: a quick hand is not let down.
      await restOnButton();
      await page(() => (window as unknown as SpiedWindow).spy.forget(), null);
      await reader().down();
      expect(await state()).toEqual(before);
      await reader().up();
      await until(async () => (await searched()) === 'strike', 'the words are not looked up');
      await expect.poll(buttons).toEqual([]);
      expect(await state()).toEqual(before);
      const heard = await page(() => [...(window as unknown as SpiedWindow).spy.heard], null);
      const ours = /^(pointerdown|mousedown|pointerup|mouseup|click|selectionchange|keydown|focusin)\|/;
      expect(heard.filter((one) => ours.test(one))).toEqual([]);
      expect((await reader().effects()).asked).toEqual([]);
    });

    it('can be neither pressed nor read by the page', async () => {
      await open(true);
      await buttonBeside();
      await sleep(900);
      await page(pressAll, null);
      await sleep(600);
      expect(await searched()).toBeNull();
      const read = await page(() => {
        const { spy } = window as unknown as SpiedWindow;
        const hosts = [...document.querySelectorAll('[popover=manual]:not([data-own])')];
        const { find } = window as unknown as { find(words: string): boolean };
        return {
          text: [...spy.hosts, ...hosts].map((one) => one.outerHTML + one.textContent).join(),
          roots: hosts.filter(({ shadowRoot }) => shadowRoot !== null).length,
          frames: frames.length,
          found: find('Look up in'),
          inside: spy.inside().text,
        };
      }, null);
      expect(read).toMatchObject({ roots: 0, frames: 0, found: false });
      expect(read.text + read.inside).not.toMatch(/look|extension:|strike/i);
    });

    it('disappears with Escape, which the page still gets, with a letter, with the selection and with the setting', async () => {
      await open(true);
      await buttonBeside();
      await page(() => (window as unknown as SpiedWindow).spy.forget(), null);
      await reader().key('Escape');
      await until(async () => (await buttons()).length === 0, 'it stays after Escape');
      const heard = await page(() => [...(window as unknown as SpiedWindow).spy.heard].join('\n'), null);
      expect(heard).toMatch(/^keydown\|.*key=Escape/m);
      await buttonBeside();
      await reader().key('a');
      await until(async () => (await buttons()).length === 0, 'it stays after a letter');
      await buttonBeside();
      await page(() => getSelection()?.removeAllRanges(), null);
      await until(async () => (await buttons()).length === 0, 'it stays without a selection');
      await buttonBeside();
      await page(() => scrollBy(0, 1_500), null);
      await until(async () => (await buttons()).length === 0, 'it stays out of sight');
      await page(() => scrollTo(0, 0), null);
      await buttonBeside();
      await set(false);
      await until(async () => (await buttons()).length === 0, 'it stays after it was switched off');
      await drag('h1', 2, 8);
      await sleep(SETTLED);
      expect(await buttons()).toEqual([]);
    });

    it('is not shown for text fields, text without letters, long text, or a selection by the page', async () => {
      await open(true);
      await buttonBeside();
      for (const markup of ['<p contenteditable>Vladimir Putin</p>', '<p>2015, 17 %</p>']) {
        await page(write, markup);
        await drag('#written', 1, 12);
        await sleep(SETTLED);
        expect((await state()).selected.length, markup).toBeGreaterThan(5);
        expect(await buttons(), markup).toEqual([]);
        await page(() => document.querySelector('#written')?.remove(), null);
      }
      for (const markup of ['<input value="Vladimir Putin">', '<input type=password value=secretword>']) {
        await page(write, markup);
        await reader().doubleClick({ x: 40, y: 24 });
        await sleep(SETTLED);
        expect(await buttons(), markup).toEqual([]);
        await page(() => document.querySelector('#written')?.remove(), null);
      }
      await page(() => getSelection()?.selectAllChildren(document.querySelector('#first') as Element), null);
      await reader().doubleClick({ x: 2, y: 2 });
      await page(() => getSelection()?.selectAllChildren(document.querySelector('#first') as Element), null);
      await sleep(SETTLED);
      expect((await state()).selected.length).toBeGreaterThan(80);
      expect(await buttons()).toEqual([]);
      // With no hand near.
      await sleep(1_100);
      await page(() => getSelection()?.selectAllChildren(document.querySelector('h1') as Element), null);
      await sleep(SETTLED);
      expect((await state()).selected).toBe('A strike in Baghdad');
      expect(await buttons()).toEqual([]);
    });

    it('at worst does what it says when the page covers it', async () => {
      await open(true);
      const box = await buttonBeside();
      await sleep(900);
      await page(() => {
        const over = document.createElement('div');
        over.dataset.own = 'yes';
        over.popover = 'manual';
        over.style.cssText =
          'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff;pointer-events:none';
        document.body.append(over);
        over.showPopover();
      }, null);
      await sleep(300);
      await reader().pressAt(middle(box));
      await sleep(1_000);
      if (browser === 'Chromium') expect(await searched()).toBeNull();
      // Firefox tells nobody what lies over a frame. Nothing is asked by this press.
      expect((await reader().effects()).asked).toEqual([]);
    });
  });
}
