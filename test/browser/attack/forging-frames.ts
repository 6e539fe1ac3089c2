/** Attacks on how our frame becomes a card: frames of the page's own that pretend to be one. */
import { describe, expect, it } from 'vitest';
import { NOTED } from './attack-site';
import type { SpiedWindow } from './page-spy';
import { NO_EFFECTS, type Reader, sleep } from './reader';

interface Forgery {
  /** The document of a frame of ours, as everybody can find it in the source. */
  readonly srcdoc: string;
  readonly how: string;
}

/**
 * Frames made by the page from the document of one of ours: with the same token, with a guessed one of the same shape,
 * with and without a sandbox, nested, by `srcdoc`, `data:`, `blob:`, `document.write`. In the page; gives what it reads
 * in those that it may read.
 */
async function forge({ srcdoc, how }: Forgery): Promise<string> {
  const wait = (ms: number) => new Promise((next) => setTimeout(next, ms));
  // Whatever looks like chance is a token.
  const guess = (text: string) =>
    text.replace(/[0-9a-zA-Z_-]{16,}|\d{6,}/g, (token) =>
      token.replace(/[0-9a-f]/g, () => '0123456789abcdef'[Math.floor(Math.random() * 16)] as string),
    );
  const documents = how === 'guessed' ? Array.from({ length: 6 }, () => guess(srcdoc)) : [srcdoc, srcdoc];
  const frames: HTMLIFrameElement[] = [];
  const add = (prepare: (frame: HTMLIFrameElement) => void, home: Node = document.body) => {
    const frame = document.createElement('iframe');
    frame.dataset.own = 'yes';
    prepare(frame);
    home.appendChild(frame);
    frames.push(frame);
  };
  for (const made of documents) {
    add((frame) => {
      frame.srcdoc = made;
    });
    add((frame) => {
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
      frame.srcdoc = made;
    });
    add((frame) => {
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.srcdoc = made;
    });
    add((frame) => {
      frame.src = `data:text/html,${encodeURIComponent(made)}`;
    });
    add((frame) => {
      frame.src = URL.createObjectURL(new Blob([made], { type: 'text/html' }));
    });
    add((frame) => {
      frame.srcdoc = `<iframe srcdoc="${made.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
    });
    const home = document.createElement('div');
    home.dataset.own = 'yes';
    document.body.append(home);
    const root = home.attachShadow({ mode: 'closed' });
    add((frame) => {
      frame.srcdoc = made;
    }, root);
    add(() => {});
    const last = frames.at(-1)?.contentDocument;
    last?.open();
    last?.write(made);
    last?.close();
  }
  let read = '';
  const look = (frame: HTMLIFrameElement) => {
    try {
      read += frame.contentDocument?.documentElement.outerHTML ?? '';
      for (const inner of frame.contentDocument?.querySelectorAll('iframe') ?? []) look(inner);
    } catch {
      // Not to be read.
    }
  };
  for (let times = 0; times < 8; times++) {
    await wait(100);
    for (const frame of frames) look(frame);
  }
  for (const element of document.querySelectorAll('[data-own]')) element.remove();
  return read;
}

export function attacksByForging(reader: () => Reader): void {
  describe('with frames of its own, the page', () => {
    it.each(['replayed', 'guessed'])('that have a card’s token (%s): none of them is filled', async (how) => {
      await reader().visit('spying');
      await reader().openCard(NOTED.words, NOTED.name);
      const ours = await reader().secrets();
      const [srcdoc] = await reader().frames();
      // Without a frame there is no border, and nothing that could be forged.
      expect(srcdoc).toMatch(/^<!doctype html>|^<html/i);
      const read = await reader().page.evaluate(forge, { srcdoc: srcdoc as string, how });
      expect(ours.filter((word) => read.includes(word))).toEqual([]);
      expect(await reader().effects()).toEqual(NO_EFFECTS);
      // A frame that was refused takes nothing from the one that was not.
      expect(await reader().secrets()).toEqual(ours);
      await reader().closeCard();
    });

    it('in another tab, with a token from this one: none of them is filled', async () => {
      await reader().visit('spying');
      await reader().openCard(NOTED.words, NOTED.name);
      const ours = await reader().secrets();
      const [srcdoc] = await reader().frames();
      expect(srcdoc).toMatch(/^<!doctype html>|^<html/i);
      const read = await reader().inAnotherTab(`${reader().site.origin}/elsewhere`, async () => {
        await sleep(300);
        return reader().page.evaluate(forge, { srcdoc: srcdoc as string, how: 'replayed' });
      });
      expect(ours.filter((word) => read.includes(word))).toEqual([]);
      await reader().closeCard();
    });

    it('that are there before ours: it finds no token in time, and none of its frames takes our place', async () => {
      await reader().visit('spying');
      await reader().page.evaluate(() => {
        const { spy } = window as unknown as SpiedWindow;
        const seen: string[] = [];
        Object.assign(window, { seen });
        // At every turn of the page: is there a frame to be had, and what does it hold?
        const look = () => {
          const frame = spy.frame();
          if (frame) seen.push(frame.srcdoc + frame.src);
          requestAnimationFrame(look);
        };
        look();
        new MutationObserver((records) => {
          for (const { addedNodes } of records)
            for (const node of addedNodes) {
              const copy = node.cloneNode(true);
              seen.push(new XMLSerializer().serializeToString(copy));
            }
        }).observe(document.documentElement, { childList: true });
      }, null);
      await reader().openCard(NOTED.words, NOTED.name);
      const button = await reader().placeOf('Mute');
      if (button) await reader().move(button, 6);
      await sleep(300);
      const seen = await reader().page.evaluate(() => (window as unknown as { seen: string[] }).seen, null);
      const read = await Promise.all(
        [...new Set(seen)]
          .filter((srcdoc) => srcdoc.includes('<'))
          .slice(-3)
          .map((srcdoc) => reader().page.evaluate(forge, { srcdoc, how: 'replayed' })),
      );
      const ours = await reader().secrets();
      expect(ours.length).toBeGreaterThan(5);
      expect(ours.filter((word) => read.join().includes(word))).toEqual([]);
      await reader().closeCard();
    });
  });
}
