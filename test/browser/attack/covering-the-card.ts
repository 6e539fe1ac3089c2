/**
 * Click-jacking: the page hides or covers the card and makes the reader press something invisible. What is right
 * depends on what the reader saw, so the screen itself is compared: a press may have an effect only if the button
 * looked, pixel by pixel, as it did before the attack.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { keyOf } from '../extension/entity-names';
import { until } from '../extension/session';
import type { SpiedWindow } from './page-spy';
import { type Browser, type Effects, NO_EFFECTS, type Place, type Reader, sleep } from './reader';

const WORDS = 'Officials in [Tehran]';
const NAME = 'Tehran';

/** What the page does to the card. In the page. */
function hide(how: string): void {
  const { spy } = window as unknown as SpiedWindow;
  const host = spy.hosts.findLast((one) => one.isConnected) as HTMLElement | undefined;
  const root = document.documentElement;
  const style = (element: HTMLElement | undefined, name: string, value: string) =>
    element?.style.setProperty(name, value, 'important');
  const own = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, home: Node = document.body) => {
    const made = document.createElement(tag);
    made.dataset.own = 'yes';
    home.appendChild(made);
    return made;
  };
  const sheet = (rules: string) => {
    own('style', document.head).textContent = rules;
  };
  const overlay = (home: Node = document.body) => {
    const over = own('div', home);
    over.popover = 'manual';
    over.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff;pointer-events:none';
    over.textContent = 'Next page';
    over.showPopover();
    return over;
  };
  switch (how) {
    case 'opacity of the host':
      style(host, 'animation', 'none');
      style(host, 'opacity', '0');
      break;
    case 'a sheet':
      sheet(
        '[popover],iframe{opacity:0!important;filter:opacity(0)!important;clip-path:circle(0)!important}@layer a{html *{mask-image:linear-gradient(#0000,#0000)!important}}@keyframes k{from,to{opacity:0}}[popover]{animation:k 1s infinite both!important}',
      );
      break;
    case 'a transition':
      sheet('[popover]{transition:opacity 99999s!important}');
      style(host, 'opacity', '0');
      break;
    case 'an animation':
      host?.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e8, fill: 'both' });
      break;
    case 'filter of the host':
      style(host, 'filter', 'blur(14px) opacity(.02)');
      break;
    case 'filter of the page':
      style(root, 'filter', 'opacity(0)');
      break;
    case 'clip-path':
      style(host, 'clip-path', 'inset(0 0 99% 0)');
      break;
    case 'mask':
      style(host, 'mask-image', 'linear-gradient(transparent, transparent)');
      break;
    case 'scaled up':
      style(host, 'transform-origin', '40% 90%');
      style(host, 'transform', 'scale(4)');
      break;
    case 'zoom':
      style(root, 'zoom', '.2');
      break;
    case 'overlay':
      overlay();
      break;
    case 'overlay that flickers': {
      const over = overlay();
      setInterval(() => (over.matches(':popover-open') ? over.hidePopover() : over.showPopover()), 90);
      break;
    }
    case 'overlay with a hole': {
      overlay().style.background = 'radial-gradient(circle at 50% 50%, transparent 9px, #fff 10px)';
      break;
    }
    case 'overlay that goes in time': {
      const over = overlay();
      addEventListener('remove-overlay', () => over.remove(), { once: true });
      break;
    }
  }
}

/** Firefox cannot tell what is seen: there a few ways stand for all. */
const IN_BOTH = ['opacity of the host', 'filter of the page', 'scaled up', 'overlay', 'overlay with a hole'];
const IN_CHROMIUM = [
  'a sheet',
  'a transition',
  'an animation',
  'filter of the host',
  'clip-path',
  'mask',
  'zoom',
  'overlay that flickers',
];

/** In the page. */
const twoFrames = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

export function attacksByCovering(reader: () => Reader, browser: Browser): void {
  const around = ({ x, y }: Place) => ({ x: x - 14, y: y - 9, width: 28, height: 18 });

  /** Is this what stands there now? A card that was put elsewhere may stand a part of a pixel off. */
  async function shows(picture: string, { x, y }: Place): Promise<boolean> {
    for (const dx of [0, 1, -1])
      for (const dy of [0, 1, -1]) if ((await reader().shot(around({ x: x + dx, y: y + dy }))) === picture) return true;
    return false;
  }

  /** Opens the card, hides it in that way, and presses where the button then is. */
  async function pressHidden(label: string | RegExp, how: string, beforePress = async () => {}) {
    await reader().visit('spying');
    await reader().openCard(WORDS, NAME);
    await sleep(600);
    const at = await reader().placeOf(label);
    if (!at) throw new Error(`no button ${label}`);
    await reader().move(at, 3);
    await sleep(120);
    const before = await reader().shot(around(at));
    await reader().page.evaluate(hide, how);
    // Unseen is what is hidden on the screen: on a busy machine the picture comes later than the word.
    await reader().page.evaluate(twoFrames, null);
    await sleep(220);
    const moved = await reader().placeOf(label);
    // What lies outside the window cannot be pressed.
    const now = moved && moved.x > 20 && moved.x < 1180 && moved.y > 20 && moved.y < 880 ? moved : at;
    await reader().move(now);
    const saw = await shows(before, now);
    await beforePress();
    await reader().pressAt(now);
    await sleep(300);
    return { saw, effects: await reader().effects() };
  }

  /** On a busy machine the browser is slow to vouch for what is seen; a reader then presses again. */
  async function pressUntilBelieved(label: string | RegExp, isEnough: (effects: Effects) => boolean) {
    let pressed = await pressHidden(label, 'nothing');
    for (let tries = 0; tries < 4 && !isEnough(pressed.effects); tries++) {
      await reader().press(label);
      await sleep(500);
      pressed = { ...pressed, effects: await reader().effects() };
    }
    return pressed;
  }

  /** What a press in the dark may have done: nothing, or where nobody can tell, what is taken back in the card. */
  async function expectHarmless(muted: readonly string[]): Promise<void> {
    if (browser === 'Chromium') expect(muted).toEqual([]);
    else if (muted.length > 0)
      await expect.poll(async () => (await reader().card())?.buttons.join() ?? 'no card').toMatch(/undo/i);
  }

  describe('with the card fully visible, the reader', () => {
    it('can mute, and undo it', async () => {
      const { saw, effects } = await pressUntilBelieved('Mute', ({ muted }) => muted.length > 0);
      expect({ saw, effects }).toEqual({ saw: true, effects: { ...NO_EFFECTS, muted: [keyOf('tehran')] } });
      await reader().press(/undo/i);
      await until(async () => (await reader().effects()).muted.length === 0, 'it was not taken back');
      await reader().closeCard();
    });

    it('can ask Wikipedia in Chromium; Firefox cannot tell what is visible, so a card there asks nobody', async () => {
      const isEnough = ({ asked }: Effects) => asked.length > 0 || browser === 'Firefox';
      const { effects } = await pressUntilBelieved(/^Ask /, isEnough);
      expect(effects).toMatchObject({ muted: [], refused: [], tabs: 0 });
      const asked = effects.asked.map((path) => new URL(path, reader().site.origin).searchParams.get('titles'));
      expect(asked).toEqual(browser === 'Chromium' ? ['Tehran'] : []);
      await reader().closeCard();
    });
  });

  describe('hiding the card, the page', () => {
    afterEach(async () => {
      await reader().goto('about:blank');
    });

    it.each(browser === 'Chromium' ? [...IN_BOTH, ...IN_CHROMIUM] : IN_BOTH)(
      'gets a hidden “Mute” pressed (%s): nothing is muted, or it can be undone',
      async (how) => {
        const { saw, effects } = await pressHidden('Mute', how);
        expect(effects).toMatchObject({ refused: [], asked: [], tabs: 0 });
        if (!saw) await expectHarmless(effects.muted);
      },
    );

    it.each(['opacity of the host', 'overlay'])(
      'gets a hidden “Ask Wikipedia” pressed (%s): nobody is asked',
      async (how) => {
        const { saw, effects } = await pressHidden(/^Ask /, how);
        // Where nobody can tell what is seen, nobody is asked from a card at all.
        if (!saw || browser === 'Firefox') expect(effects).toEqual(NO_EFFECTS);
      },
    );

    it('removes its cover just before the press: nothing is muted, or it can be undone', async () => {
      const { effects } = await pressHidden('Mute', 'overlay that goes in time', async () => {
        await reader().page.evaluate(() => dispatchEvent(new Event('remove-overlay')), null);
        await sleep(20);
      });
      expect(effects).toMatchObject({ refused: [], asked: [], tabs: 0 });
      await expectHarmless(effects.muted);
    });

    it('removes the card after a hidden press, and the undo button with it: nothing stays muted', async () => {
      await pressHidden('Mute', 'overlay');
      await reader().page.evaluate(() => {
        for (const host of (window as unknown as SpiedWindow).spy.hosts) host.remove();
      }, null);
      await sleep(500);
      await expect.poll(async () => (await reader().effects()).muted).toEqual([]);
    });

    it('navigates away after a hidden press, and the undo button is gone: nothing stays muted', async () => {
      await pressHidden('Mute', 'overlay');
      await reader().page.evaluate(() => location.assign('/plain'), null);
      await sleep(1_000);
      await expect.poll(async () => (await reader().effects()).muted).toEqual([]);
    });

    it('makes a card appear under a press that was meant for something else: nothing is muted, or it can be undone', async () => {
      await reader().visit('spying');
      await reader().openCard(WORDS, NAME);
      const at = await reader().placeOf('Mute');
      if (!at) throw new Error('no button');
      await reader().closeCard();
      await reader().openCard(WORDS, NAME);
      await reader().pressAt(at);
      await sleep(400);
      const { muted } = await reader().effects();
      if (muted.length > 0)
        await expect.poll(async () => (await reader().card())?.buttons.join() ?? 'no card').toMatch(/undo/i);
    });
  });
}
