/**
 * Click-jacking: the page hides or covers the card and has the reader press what cannot be seen. What is right depends
 * on what the reader saw, so the screen itself is asked: a press may do something only if the button stood there,
 * pixel by pixel, as it had stood before the attack.
 */
import { afterEach, describe, expect, it } from 'vitest';
import type { SpiedWindow } from './page-spy';
import { NO_EFFECTS, type Place, type Reader, sleep } from './reader';

const WORDS = 'Officials in [Tehran]';
const NAME = 'Tehran';

/** What the page does to the card. In the page. */
function hide(how: string): void {
  const { spy } = window as unknown as SpiedWindow;
  const host = spy.hosts.findLast((one) => one.isConnected) as HTMLElement | undefined;
  const style = (element: HTMLElement | undefined, name: string, value: string) =>
    element?.style.setProperty(name, value, 'important');
  const root = document.documentElement;
  const overlay = (pointerEvents = 'none') => {
    const over = document.createElement('div');
    over.id = 'overlay';
    over.dataset.own = 'yes';
    over.popover = 'manual';
    over.style.cssText = `position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff;pointer-events:${pointerEvents}`;
    over.textContent = 'Next page';
    document.body.append(over);
    over.showPopover();
    return over;
  };
  const sheet = (rules: string) => {
    const made = document.createElement('style');
    made.dataset.own = 'yes';
    made.textContent = rules;
    document.head.append(made);
  };
  const ways: Record<string, () => void> = {
    'opacity of the host': () => (style(host, 'opacity', '0'), style(host, 'animation', 'none')),
    'opacity of the page': () => style(root, 'opacity', '0.01'),
    'a sheet': () => sheet('[popover]{opacity:0!important;filter:opacity(0)!important;clip-path:circle(0)!important}'),
    'a layered sheet': () =>
      sheet('@layer a{html *{opacity:0!important;mask-image:linear-gradient(#0000,#0000)!important}}'),
    'a transition': () => {
      sheet('[popover]{transition:opacity 99999s!important}');
      style(host, 'opacity', '0');
    },
    'an animation': () => void host?.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e8, fill: 'both' }),
    'an animated sheet': () =>
      sheet('@keyframes k{from,to{opacity:0}}[popover]{animation:k 1s infinite both!important}'),
    filter: () => style(host, 'filter', 'blur(14px) opacity(.02)'),
    'filter of the page': () => style(root, 'filter', 'opacity(0)'),
    'clip-path': () => style(host, 'clip-path', 'inset(0 0 99% 0)'),
    mask: () => style(host, 'mask-image', 'linear-gradient(transparent, transparent)'),
    'mix-blend-mode': () => {
      style(root, 'background', '#fff');
      style(host, 'mix-blend-mode', 'color-dodge');
    },
    transform: () => style(host, 'transform', 'scale(.02)'),
    'transform of the page': () => style(root, 'transform', 'translateX(-40px) scale(.9)'),
    zoom: () => style(root, 'zoom', '.2'),
    'the zoom of the host': () => style(host, 'zoom', '.1'),
    perspective: () => style(host, 'transform', 'perspective(1px) rotateY(89deg)'),
    overlay: () => void overlay(),
    'overlay in a shadow root': () => {
      const home = document.createElement('div');
      home.dataset.own = 'yes';
      document.body.append(home);
      home.attachShadow({ mode: 'closed' }).append(overlay());
      (overlay() as HTMLElement).showPopover();
    },
    'overlay gone just before the press': () => {
      const over = overlay();
      addEventListener('remove-overlay', () => over.remove(), { once: true });
    },
    'overlay that flickers': () => {
      const over = overlay();
      setInterval(() => (over.matches(':popover-open') ? over.hidePopover() : over.showPopover()), 90);
    },
    'backdrop of a dialog': () => {
      sheet('dialog::backdrop{background:#fff!important}');
      const dialog = document.createElement('dialog');
      dialog.dataset.own = 'yes';
      dialog.style.pointerEvents = 'none';
      document.body.append(dialog);
      dialog.showModal();
    },
    'a hole for the button': () => {
      const over = overlay();
      over.style.background = 'radial-gradient(circle at 50% 50%, transparent 9px, #fff 10px)';
    },
    'a cursor that lies': () => {
      sheet('*{cursor:none!important}');
      overlay().style.background = 'repeating-linear-gradient(45deg,#fff 0 30px,#eef 30px 60px)';
    },
  };
  ways[how]?.();
}

const WAYS = [
  'opacity of the host',
  'opacity of the page',
  'a sheet',
  'a layered sheet',
  'a transition',
  'an animation',
  'an animated sheet',
  'filter',
  'filter of the page',
  'clip-path',
  'mask',
  'mix-blend-mode',
  'transform',
  'transform of the page',
  'zoom',
  'the zoom of the host',
  'perspective',
  'overlay',
  'overlay in a shadow root',
  'overlay that flickers',
  'backdrop of a dialog',
  'a hole for the button',
  'a cursor that lies',
];

export function attacksByCovering(reader: () => Reader): void {
  /** Opens the card, hides it in that way, and presses where the button was. */
  async function pressHidden(label: string | RegExp, how: string, beforePress = async () => {}) {
    await reader().visit('spying');
    await reader().openCard(WORDS, NAME);
    await sleep(800);
    const at = await reader().placeOf(label);
    if (!at) throw new Error(`no button ${label}`);
    await reader().move(at, 3);
    await sleep(200);
    const before = await reader().shot(around(at));
    await reader().page.evaluate(hide, how);
    await sleep(250);
    const saw = (await reader().shot(around(at))) === before;
    await beforePress();
    await reader().pressAt(at);
    await sleep(500);
    return { saw, effects: await reader().effects() };
  }
  const around = ({ x, y }: Place) => ({ x: x - 14, y: y - 9, width: 28, height: 18 });

  describe('hiding the card, the page', () => {
    afterEach(async () => {
      await reader().page.evaluate(() => location.reload(), null);
      await sleep(200);
    });

    it.each(WAYS)('has the reader press “Mute” unseen (%s): nothing is muted, or it can be undone', async (how) => {
      const { saw, effects } = await pressHidden('Mute', how);
      expect(effects).toMatchObject({ refused: [], asked: [], tabs: 0 });
      if (saw) return;
      if (reader().browser === 'Chromium') expect(effects.muted).toEqual([]);
      // Firefox cannot tell what is seen. There a press is taken back, for ten seconds, where it was made.
      if (effects.muted.length > 0) expect((await reader().card())?.buttons.join()).toMatch(/undo/i);
    });

    it.each(['opacity of the host', 'overlay', 'clip-path', 'an animation'])(
      'has the reader press “Ask Wikipedia” unseen (%s): nobody is asked',
      async (how) => {
        const { saw, effects } = await pressHidden(/^Ask /, how);
        expect(effects).toEqual(
          saw && reader().browser === 'Chromium' ? { ...NO_EFFECTS, asked: effects.asked } : NO_EFFECTS,
        );
      },
    );

    it('takes its cover away just before the press: nothing is muted, or it can be undone', async () => {
      const { effects } = await pressHidden('Mute', 'overlay gone just before the press', async () => {
        await reader().page.evaluate(() => dispatchEvent(new Event('remove-overlay')), null);
        await sleep(20);
      });
      expect(effects).toMatchObject({ refused: [], asked: [], tabs: 0 });
      if (reader().browser === 'Chromium') expect(effects).toEqual(NO_EFFECTS);
      if (effects.muted.length > 0) expect((await reader().card())?.buttons.join()).toMatch(/undo/i);
    });

    it('has the card open under a double press: the second press does nothing', async () => {
      await reader().visit('spying');
      await reader().openCard(WORDS, NAME);
      const at = await reader().placeOf('Mute');
      if (!at) throw new Error('no button');
      // Less than half a second after it came.
      await reader().closeCard();
      await reader().openCard(WORDS, NAME);
      await reader().pressAt(at);
      await sleep(400);
      const { muted } = await reader().effects();
      if (muted.length > 0) expect((await reader().card())?.buttons.join()).toMatch(/undo/i);
    });
  });
}
