/** Attacks that need only an open page: events that the page makes itself. */
import { describe, expect, it } from 'vitest';
import { NOTED } from './attack-site';
import type { SpiedWindow } from './page-spy';
import { NO_EFFECTS, type Reader, sleep } from './reader';

/** Everything that a hand, a finger or a key could have sent, over every marked name. In the page. */
async function knock(): Promise<{ readonly opened: number; readonly heard: readonly string[] }> {
  const { spy } = window as unknown as SpiedWindow;
  const marks = [...(CSS.highlights.get('backstory-mark') ?? [])].slice(0, 3);
  const wait = (ms: number) => new Promise((next) => setTimeout(next, ms));
  for (const [at, mark] of marks.entries()) {
    const range = document.createRange();
    range.setStart(mark.startContainer, mark.startOffset);
    range.setEnd(mark.endContainer, mark.endOffset);
    const { x, y, height } = range.getClientRects()[0] as DOMRect;
    const over = range.startContainer.parentElement as Element;
    for (let step = 0; step < 12; step++) {
      const where = {
        bubbles: true,
        composed: true,
        cancelable: true,
        clientX: x + 4 + (step % 2),
        clientY: y + height / 2,
      };
      const pointer = {
        ...where,
        pointerId: 1,
        isPrimary: true,
        pointerType: at === 1 ? 'touch' : 'mouse',
        view: window,
      };
      for (const target of [over, document, window]) {
        for (const name of ['pointerover', 'pointerenter', 'pointermove', 'pointerrawupdate'])
          target.dispatchEvent(new PointerEvent(name, pointer));
        for (const name of ['mouseover', 'mouseenter', 'mousemove'])
          target.dispatchEvent(new MouseEvent(name, pointer));
      }
      await wait(35);
    }
    const where = {
      bubbles: true,
      composed: true,
      cancelable: true,
      clientX: x + 5,
      clientY: y + height / 2,
      detail: 1,
    };
    const finger = { ...where, pointerId: 2, isPrimary: true, pointerType: 'touch' };
    for (const name of ['pointerdown', 'pointerup', 'click']) over.dispatchEvent(new PointerEvent(name, finger));
    for (const name of ['mousedown', 'mouseup', 'click', 'contextmenu'])
      over.dispatchEvent(new MouseEvent(name, where));
    if ('Touch' in window) {
      const touch = new Touch({ identifier: 1, target: over, clientX: where.clientX, clientY: where.clientY });
      for (const name of ['touchstart', 'touchend'])
        over.dispatchEvent(new TouchEvent(name, { ...where, changedTouches: [touch], touches: [touch] }));
    }
    for (const key of ['Enter', ' ', 'Tab', '.', 'Escape']) {
      for (const name of ['keydown', 'keypress', 'keyup'])
        over.dispatchEvent(
          new KeyboardEvent(name, { key, altKey: true, shiftKey: true, bubbles: true, composed: true }),
        );
    }
    getSelection()?.selectAllChildren(over);
    await wait(600);
  }
  getSelection()?.removeAllRanges();
  return { opened: spy.hosts.length, heard: [...spy.heard].filter((line) => line.startsWith('node|')) };
}

/** Presses with made-up events whatever a page can get hold of. In the page. */
function pressAll(): void {
  const { spy } = window as unknown as SpiedWindow;
  const frame = spy.frame();
  const root = frame?.getRootNode() ?? null;
  const reached = root instanceof ShadowRoot ? [...root.querySelectorAll('*')] : [];
  const buttons = reached.filter((one) => one instanceof HTMLElement);
  const targets: EventTarget[] = [window, document, document.body, ...spy.hosts, ...reached];
  for (const target of targets) {
    const how = { bubbles: true, composed: true, cancelable: true, clientX: 5, clientY: 5, button: 0, detail: 1 };
    for (const name of ['pointerdown', 'pointerup', 'pointerleave', 'pointerout', 'pointercancel', 'click'])
      target.dispatchEvent(new PointerEvent(name, { ...how, pointerType: 'mouse', isPrimary: true }));
    for (const name of ['mousedown', 'mouseup', 'click', 'dblclick', 'mouseleave', 'mouseout'])
      target.dispatchEvent(new MouseEvent(name, how));
    for (const key of ['Enter', ' ', 'm', 'Escape', 'Esc'])
      for (const name of ['keydown', 'keyup'])
        target.dispatchEvent(new KeyboardEvent(name, { key, bubbles: true, composed: true, cancelable: true }));
    for (const name of [
      'wheel',
      'scroll',
      'blur',
      'focusout',
      'toggle',
      'close',
      'cancel',
      'submit',
      'resize',
      'message',
    ])
      target.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
  }
  for (const button of buttons) button.click();
}

export function attacksWithoutAHand(reader: () => Reader): void {
  describe('without any input by the reader, the page', () => {
    it('moves, touches, presses and types on every name with synthetic events: no card opens, nothing of ours appears', async () => {
      await reader().visit('spying');
      expect(await reader().page.evaluate(knock, null)).toEqual({ opened: 0, heard: [] });
      expect(await reader().card()).toBeNull();
      expect(await reader().effects()).toEqual(NO_EFFECTS);
    });

    it('presses, leaves and closes an open card with synthetic events: it stays, and nothing was pressed', async () => {
      await reader().visit('spying');
      const { label } = await reader().openCard(NOTED.words, NOTED.name);
      await reader().page.evaluate(pressAll, null);
      await sleep(700);
      expect((await reader().card())?.label).toBe(label);
      expect(await reader().effects()).toEqual(NO_EFFECTS);
      await reader().closeCard();
    });
  });
}
