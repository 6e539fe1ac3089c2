/** Attacks on keys: listening while a note is typed, and taking the focus away from it. */
import { describe, expect, it } from 'vitest';
import { until } from '../extension/session';
import { readEverything } from './page-reads';
import type { SpiedWindow } from './page-spy';
import { type Reader, sleep } from './reader';

const WORDS = 'had founded [Kataib Hezbollah]';
const NAME = 'Kataib Hezbollah';
/** A sentence of which no word is on the page. */
const SENTENCE = 'Phone Omarovich at five.';
/** Letters that are gone before a person has seen that the field was locked. */
const REACTION = 4;

/** Takes the focus whenever the card has it. In the page. */
function steal(how: string): void {
  const trap = document.querySelector('#trap') as HTMLTextAreaElement;
  const take = () => {
    window.focus();
    trap.focus({ preventScroll: true });
  };
  const blurAndTake = () => {
    (document.activeElement as HTMLElement | null)?.blur();
    take();
  };
  addEventListener('blur', () => {
    if (how === 'at once') take();
    if (how === 'after a moment') setTimeout(take, 400);
    if (how === 'in a loop') setInterval(take, 5);
    if (how === 'blurs it') setTimeout(blurAndTake, 150);
    if (how === 'selects') setTimeout(() => trap.select(), 250);
    if (how === 'dialog') {
      setTimeout(() => {
        const dialog = document.createElement('dialog');
        dialog.dataset.own = 'yes';
        dialog.append(trap);
        document.body.append(dialog);
        dialog.showModal();
        trap.focus();
      }, 250);
    }
  });
}

export function attacksOnTyping(reader: () => Reader): void {
  const trapped = () =>
    reader().page.evaluate(() => (document.querySelector('#trap') as HTMLTextAreaElement).value, null);

  describe('while a note is typed, the page', () => {
    it('gets no key, no text and no paste; it learns that the window has lost the focus', async () => {
      const typing = /^(key|input|beforeinput|composition|copy|cut|paste|beforecopy|change|select)/;
      await reader().visit('spying');
      // Its ears are good: what is typed into its own field it hears.
      await reader().page.evaluate(() => (document.querySelector('#trap') as HTMLElement).focus(), null);
      await reader().type('b');
      const own = await reader().page.evaluate(() => [...(window as unknown as SpiedWindow).spy.heard], null);
      expect(own.filter((line) => typing.test(line)).length).toBeGreaterThan(3);
      // Whoever writes in the page is not shown a card.
      await reader().page.evaluate(() => (document.querySelector('#trap') as HTMLElement).blur(), null);
      await reader().openCard(WORDS, NAME);
      await reader().openEditor();
      await reader().page.evaluate(() => (window as unknown as SpiedWindow).spy.forget(), null);
      await reader().type('heardword9');
      await reader().chord('a');
      await reader().chord('c');
      await reader().key('End');
      await reader().chord('v');
      await until(async () => (await reader().editor())?.text === 'heardword9heardword9', 'it was not typed');
      const heard = await reader().page.evaluate(() => [...(window as unknown as SpiedWindow).spy.heard], null);
      const kinds = heard.map((line) => line.split('|', 1)[0] as string);
      expect([...new Set(kinds)].filter((kind) => typing.test(kind))).toEqual([]);
      expect(heard.filter((line) => /heardword/.test(line))).toEqual([]);
      expect(await reader().page.evaluate(readEverything, ['heardword9'])).toEqual({});
      await reader().closeCard();
    });

    it.each(['at once', 'after a moment', 'in a loop', 'blurs it', 'selects', 'dialog'])(
      'takes the focus (%s): it gets the few letters typed before the reader notices, the note keeps the rest and says why',
      async (how) => {
        await reader().visit('spying');
        await reader().page.evaluate(steal, how);
        await reader().openCard(WORDS, NAME);
        await reader().press(/^(Add a|Edit) note$/);
        await until(async () => (await reader().editor()) !== null, 'no editor');
        await until(async () => (await reader().editor())?.focused === true, '', 300).catch(() => {});
        const before = (await reader().editor())?.text ?? '';
        const { typed, isLocked } = await typeUntilLocked();
        const stolen = await trapped();
        expect(stolen.length).toBeLessThanOrEqual(REACTION);
        expect(isLocked || typed.length === SENTENCE.length).toBe(true);
        const kept = (await reader().editor())?.text ?? '';
        expect(kept.length).toBeGreaterThanOrEqual(before.length + typed.length - stolen.length - 1);
        // It locks at once; who took the focus is asked meanwhile. Behind a modal dialog nothing can be said to anybody.
        const saysWhy = async () => /\b(page|focus|keyboard|keys)\b/i.test((await reader().card())?.text ?? '');
        if (isLocked && how !== 'dialog') await until(saysWhy, 'it does not say why it is locked');
        // A letter may still have been on its way when the field was read: what it holds in the end is what is stored.
        const isStored = async () => {
          const text = (await reader().editor())?.text ?? kept;
          return text === '' || (await reader().notes()).includes(text);
        };
        await until(isStored, 'what is kept was not stored');
        await reader().page.evaluate(() => location.reload(), null);
        await sleep(300);
      },
    );

    /** As a person types who looks up every few letters. */
    async function typeUntilLocked(): Promise<{ readonly typed: string; readonly isLocked: boolean }> {
      let typed = '';
      for (const letter of SENTENCE) {
        const editor = await reader().editor();
        if (!editor || editor.locked) return { typed, isLocked: true };
        await reader().type(letter);
        typed += letter;
        await sleep(20);
      }
      return { typed, isLocked: (await reader().editor())?.locked !== false };
    }
  });
}
