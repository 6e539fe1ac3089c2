/** Attacks to read an open card: its text, the reader's note, and whether there is one. */
import { describe, expect, it } from 'vitest';
import { until } from '../extension/session';
import { NOTE, NOTED } from './attack-site';
import { readEverything } from './page-reads';
import type { SpiedWindow } from './page-spy';
import type { Reader } from './reader';

/** Words of ours that the page does not have. */
const NEEDLES = ['zebraword7', 'Omar', 'Mute', 'Quds', 'Edit note', 'typedword5'];

/** What no design can hide from a page. In the page. */
function tellCard(): readonly string[] {
  const { spy } = window as unknown as SpiedWindow;
  const known: string[] = [];
  const words = (name: string) =>
    [...(CSS.highlights.get(name) ?? [])].map((mark) => {
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      return range.toString();
    });
  // A mark of its own for names with a note would tell of every note, without a card.
  known.push(`highlights: ${[...CSS.highlights.keys()].sort()}`);
  const open = spy.hosts.filter((host) => host.isConnected && getComputedStyle(host).visibility === 'visible');
  if (words('backstory-mark').includes('Qasem Soleimani')) known.push('which names are marked');
  if (open.length === 1) known.push('that a card is open');
  if (open.some((host) => host.getBoundingClientRect().width > 100)) known.push('where it lies and how large it is');
  known.push(...words('backstory-active').map((word) => `for which words: ${word}`));
  if (open.includes(document.activeElement as Element)) known.push('that the focus is in it');
  return known;
}

export function attacksOnReading(reader: () => Reader): void {
  const read = () => reader().page.evaluate(readEverything, NEEDLES);
  const text = async () => (await reader().card())?.text ?? '';

  describe('with a card open, the page', () => {
    it('learns that it is open, where, and for which words, but no word of it', async () => {
      await reader().visit('spying');
      const before = await reader().page.evaluate(() => [history.length, window.length], null);
      const { text } = await reader().openCard(NOTED.words, NOTED.name);
      for (const needle of ['zebraword7', 'Omar', 'Quds', 'Mute']) expect(text).toContain(needle);
      expect(await reader().page.evaluate(tellCard, null)).toEqual([
        'highlights: backstory-active,backstory-mark',
        'which names are marked',
        'that a card is open',
        'where it lies and how large it is',
        'for which words: Qasem Soleimani',
      ]);
      expect(await read()).toEqual({});
      expect(await reader().page.evaluate(() => [history.length, window.length], null)).toEqual(before);
    });

    it('reads no more during a view transition, a dialog, a popover and an animation of its own', async () => {
      const during = await reader().page.evaluate(async () => {
        const own = document.createElement('dialog');
        own.dataset.own = 'yes';
        own.textContent = 'A word about cookies';
        document.body.append(own);
        own.showModal();
        const transition = (document as Document & { startViewTransition?: (run: () => void) => ViewTransition })
          .startViewTransition;
        await transition?.call(document, () => own.close()).ready.catch(() => {});
        own.close();
        return document.getAnimations().length;
      }, null);
      expect(during).toBeGreaterThanOrEqual(0);
      expect(await read()).toEqual({});
      await reader().page.evaluate(() => document.querySelector('dialog')?.remove(), null);
      await reader().closeCard();
    });

    it('reads no word being written or already written; it learns that the focus is there', async () => {
      await reader().visit('spying');
      await reader().openCard('President [Trump] spoke', 'Donald Trump');
      await reader().openEditor();
      await reader().type('typedword5 of Omar');
      await until(async () => (await reader().notes()).includes('typedword5 of Omar'), 'it was not stored');
      expect(await reader().page.evaluate(tellCard, null)).toContain('that the focus is in it');
      // Find and select take the focus, which is a reason to lock; what they find is asked here.
      expect(await read()).toEqual({});
      await reader().closeCard();
      await reader().openCard('President [Trump] spoke', 'Donald Trump');
      expect(await text()).toContain('typedword5');
      expect(await read()).toEqual({});
      await reader().closeCard();
    });

    it('reads nothing while it is printed', async () => {
      await reader().visit('spying');
      await reader().openCard(NOTED.words, NOTED.name);
      await reader().page.evaluate(
        (needles) => {
          const { readEverything } = window as unknown as {
            readEverything(needles: readonly string[]): Promise<object>;
          };
          const printed: Promise<object>[] = [];
          Object.assign(window, { printed });
          const read = () => void printed.push(readEverything(needles));
          for (const name of ['beforeprint', 'afterprint']) addEventListener(name, read);
          matchMedia('print').addEventListener('change', read);
        },
        NEEDLES.slice(0, 2),
      );
      await reader().print();
      const printed = await reader().page.evaluate(
        () => Promise.all((window as unknown as { printed: Promise<object>[] }).printed),
        null,
      );
      expect(printed.length).toBeGreaterThan(0);
      expect(printed.filter((read) => Object.keys(read).length > 0)).toEqual([]);
    });

    it('gets nothing by a real drag, select-all and copy, and paste', async () => {
      await reader().visit('spying');
      await reader().openCard(NOTED.words, NOTED.name);
      const button = await reader().placeOf('Mute');
      if (!button) throw new Error('no place to begin');
      await reader().page.evaluate(() => {
        const trap = document.querySelector('#trap') as HTMLTextAreaElement;
        for (const name of ['dragenter', 'dragover']) addEventListener(name, (event) => event.preventDefault());
        addEventListener('drop', (event) => trap.append(event.dataTransfer?.getData('text') ?? ''));
      }, null);
      // Down its whole length, which selects, then what is selected into the page's field.
      await reader().move({ x: button.x - 120, y: button.y - 60 });
      await reader().down();
      await reader().move({ x: button.x, y: button.y - 14 }, 6);
      await reader().up();
      await reader().move({ x: button.x - 60, y: button.y - 40 });
      await reader().down();
      await reader().move({ x: 40, y: 890 }, 8);
      await reader().up();
      await reader().closeCard();
      await reader().openCard(NOTED.words, NOTED.name);
      await reader().chord('a');
      await reader().chord('c');
      await reader().page.evaluate(() => (document.querySelector('#trap') as HTMLElement).focus(), null);
      await reader().chord('v');
      const pasted = await reader().page.evaluate(
        () => (document.querySelector('#trap') as HTMLTextAreaElement).value,
        null,
      );
      expect(NEEDLES.filter((needle) => pasted.includes(needle))).toEqual([]);
      expect(await read()).toEqual({});
      await reader().closeCard();
    });
  });

  describe('before the card opens, the page', () => {
    it('reads nothing in what is prepared while the pointer is on its way', async () => {
      await reader().visit('spying');
      const words = await reader().page.evaluate(() => {
        const { x, y, height } = (document.querySelector('#second') as Element).getBoundingClientRect();
        return { x: x + 60, y: y + height - 8 };
      }, null);
      await reader().move(words, 6);
      await new Promise((next) => setTimeout(next, 500));
      expect(await read()).toEqual({});
      const ready = await reader().page.evaluate(
        () =>
          (window as unknown as SpiedWindow).spy.hosts.map((host) => [
            host.childNodes.length,
            getComputedStyle(host).visibility === 'visible' && getComputedStyle(host).display !== 'none',
          ]),
        null,
      );
      // At most one element without content, and it is not to be seen.
      expect([[], [[0, false]]]).toContainEqual(ready);
    });
  });

  describe('the style of the page', () => {
    it.each(['fonts', 'styled'])('/%s: applies no font, rule, part or query to anything in the card', async (name) => {
      await reader().visit(name);
      await new Promise((next) => setTimeout(next, 300));
      const before = reader().site.asked.length;
      const { text } = await reader().openCard(NOTED.words, NOTED.name);
      expect(text).toContain(NOTE);
      await reader().openEditor();
      await reader().type('z');
      await new Promise((next) => setTimeout(next, 400));
      // The host is the page's to paint: what it knows by that is that a card is open.
      const asked = reader()
        .site.asked.slice(before)
        .filter((path) => path !== '/style/part');
      expect(asked).toEqual([]);
      await reader().key('Escape');
      await reader().closeCard();
    });
  });
}
