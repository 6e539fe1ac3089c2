/** Attacks on our one element in the page: removed, moved, copied, hidden, changed again and again. */
import { describe, expect, it } from 'vitest';
import { until } from '../extension/session';
import { NOTED } from './attack-site';
import { readEverything } from './page-reads';
import type { SpiedWindow } from './page-spy';
import { NO_EFFECTS, type Reader, sleep } from './reader';

const NEEDLES = ['zebraword7', 'Quds'];

/** In the page. */
function fight(how: string): void {
  const { spy } = window as unknown as SpiedWindow;
  const host = spy.hosts.findLast((one) => one.isConnected) as HTMLElement | undefined;
  if (!host) return;
  const again = (run: () => void) => void setInterval(run, 1);
  const ways: Record<string, () => void> = {
    'takes it away': () => host.remove(),
    'moves it to the body': () => document.body.append(host),
    'moves it in one step': () => {
      const parent = document.body as HTMLElement & { moveBefore?: (node: Node, before: Node | null) => void };
      parent.moveBefore?.(host, document.body.firstChild);
    },
    'moves it to another document': () => void document.implementation.createHTMLDocument('').adoptNode(host),
    'moves it into a frame': () => {
      const frame = document.createElement('iframe');
      frame.dataset.own = 'yes';
      document.body.append(frame);
      frame.contentDocument?.body.append(host);
    },
    'slots it away': () => {
      const home = document.createElement('div');
      home.dataset.own = 'yes';
      home.attachShadow({ mode: 'open' });
      document.body.append(home);
      home.append(host);
    },
    'copies it a hundred times': () => {
      for (let times = 0; times < 100; times++) {
        const copy = host.cloneNode(true) as HTMLElement;
        copy.dataset.own = 'yes';
        document.body.append(copy);
        copy.showPopover();
      }
    },
    'hides the popover': () => host.hidePopover(),
    'hides the popover for ever': () => again(() => host.matches(':popover-open') && host.hidePopover()),
    'takes the attribute away': () => host.removeAttribute('popover'),
    'makes it inert': () => {
      host.inert = true;
      document.documentElement.inert = true;
    },
    'fills it': () => {
      host.textContent = 'Your session has ended. Password?';
      host.setAttribute('aria-label', 'Sign in');
      host.setAttribute('role', 'alert');
    },
    'draws over it for ever': () => again(() => host.style.setProperty('opacity', '0', 'important')),
    'changes its style once': () => host.style.setProperty('opacity', '0', 'important'),
    'names it for a transition': () => host.style.setProperty('view-transition-name', 'card', 'important'),
    'writes the document anew': () => {
      document.open();
      document.write('<p>Nothing here</p>');
      document.close();
    },
    'replaces the root': () => document.documentElement.replaceWith(document.createElement('html')),
    'opens a modal dialog over it': () => {
      const dialog = document.createElement('dialog');
      dialog.dataset.own = 'yes';
      dialog.textContent = 'A word about cookies';
      document.body.append(dialog);
      dialog.showModal();
    },
    'takes it for full screen': () => void host.requestFullscreen?.().catch(() => {}),
  };
  ways[how]?.();
}

const WAYS = [
  'takes it away',
  'moves it to the body',
  'moves it in one step',
  'moves it to another document',
  'moves it into a frame',
  'slots it away',
  'copies it a hundred times',
  'hides the popover',
  'hides the popover for ever',
  'takes the attribute away',
  'makes it inert',
  'fills it',
  'draws over it for ever',
  'changes its style once',
  'names it for a transition',
  'writes the document anew',
  'replaces the root',
  'opens a modal dialog over it',
  'takes it for full screen',
];
const UNSEEN = [
  'hides the popover',
  'hides the popover for ever',
  'takes the attribute away',
  'draws over it for ever',
  'changes its style once',
];

export function attacksOnTheHost(reader: () => Reader): void {
  const errors = () =>
    reader().page.evaluate(
      () =>
        [...((window as unknown as SpiedWindow).spy?.heard ?? [])].filter((line) => /^(error|unhandled)/.test(line)),
      null,
    );
  const button = { width: 28, height: 18 };
  /** The card's button as the screen shows it, or null where there is no card. */
  async function pixels(): Promise<string | null> {
    const at = await reader().placeOf('Mute');
    return at && reader().shot({ x: at.x - 14, y: at.y - 9, ...button });
  }

  /** The same, once the card has come to rest. */
  async function stillPixels(): Promise<string | null> {
    for (let last = await pixels(); ; ) {
      await sleep(150);
      const now = await pixels();
      if (now === last) return now;
      last = now;
    }
  }

  describe('by changing the host element, the page', () => {
    it.each(WAYS)('%s: it reads nothing, gets no error, and an invisible card does not stay', async (how) => {
      await reader().visit('spying');
      await reader().openCard(NOTED.words, NOTED.name);
      const before = await stillPixels();
      await reader().page.evaluate(fight, how);
      await sleep(how.includes('for ever') ? 900 : 350);
      expect(await reader().page.evaluate(readEverything, NEEDLES)).toEqual({});
      expect(await errors()).toEqual([]);
      // Gone, or to be seen as before: never there and unseen.
      if (UNSEEN.includes(how)) await expect.poll(pixels).toSatisfy((now) => now === null || now === before);
      expect(await reader().effects()).toEqual(NO_EFFECTS);
    });

    it('resets its style at the moment it is shown: it looks as it should, or is hidden', async () => {
      await reader().visit('spying');
      await reader().page.evaluate(() => {
        const undress = ({ target }: Event) => (target as HTMLElement).style.setProperty('opacity', '0', 'important');
        document.addEventListener('beforetoggle', undress, { capture: true });
        const over = document.createElement('div');
        over.dataset.own = 'yes';
        document.body.append(over);
        // Something that lies over it, so that it has to be shown once more.
        addEventListener(
          'toggle',
          () => {
            over.popover = 'manual';
            if (!over.matches(':popover-open')) over.showPopover();
          },
          { capture: true, once: true },
        );
      }, null);
      await reader().openCard(NOTED.words, NOTED.name);
      const dim = () => {
        const { spy } = window as unknown as SpiedWindow;
        const there = spy.hosts.filter((host) => host.isConnected && !(host as HTMLElement).dataset.own);
        return there.map((host) => getComputedStyle(host).opacity).filter((opacity) => opacity !== '1');
      };
      expect(await reader().page.evaluate(dim, null)).toEqual([]);
      await reader().closeCard();
    });

    it('is left and returned to with the card open: nothing of the card is left', async () => {
      // What was kept of a page for the way back is no page that a test could talk to: it tells the server.
      await reader().inAnotherTab('about:blank', async () => {
        // Not a page that the other tab shows: the eye in Firefox knows tabs by their addresses.
        await reader().visit('strict');
        await reader().openCard(NOTED.words, NOTED.name);
        await reader().goto(`${reader().site.origin}/plain`);
        const before = reader().site.asked.length;
        await reader().page.evaluate(() => history.back(), null);
        const told = () =>
          reader()
            .site.asked.slice(before)
            .find((path) => path.startsWith('/came-back'));
        await until(() => told() !== undefined, 'it did not come back');
        expect(told()).toBe('/came-back {"reads":{},"left":0}');
      });
    });
  });
}

/** The last of all: a page whose names hang a script hangs every test after it. */
export function attacksByNames(reader: () => Reader): void {
  describe('with forms whose fields are named like DOM methods and properties, the page', () => {
    it.each(['clobbered-around', 'clobbered-within'])('%s: is read, and the card opens', async (name) => {
      await reader().visit(name);
      await reader().openCard(NOTED.words, NOTED.name);
      await reader().closeCard();
    });
  });
}
