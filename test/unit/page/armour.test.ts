// @vitest-environment happy-dom
/** What is set right at the host of a card, and when it is given up. Rules of a page, which no DOM here applies, are tried in browsers. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as dom from '../../../lib/page/dom/dom';
import { armour, dress } from '../../../lib/page/show/armour';

const sweep = (selector: string) => {
  for (const left of document.querySelectorAll(selector)) left.remove();
};
afterEach(() => sweep('[popover]'));

/** The observers' turn. */
const observed = () => new Promise((next) => setTimeout(next));

/** `whenShown`: what the page does within our own call, as `beforetoggle` lets it. */
function host({ popovers = true, whenShown = null as ((element: HTMLElement) => void) | null } = {}) {
  const element = document.createElement('div');
  // A stand-in: this DOM would try to load a real one.
  const frame = document.createElement('div') as unknown as HTMLIFrameElement;
  const root = element.attachShadow({ mode: 'closed' });
  const life = new AbortController();
  const lost = vi.fn();
  const top = { open: false, shows: 0 };
  if (popovers) {
    const plain = element.matches.bind(element);
    element.matches = ((selector: string) => (selector === ':popover-open' ? top.open : plain(selector))) as never;
    element.showPopover = () => {
      if (top.open) throw new Error('InvalidStateError');
      top.open = true;
      top.shows++;
    };
    element.hidePopover = () => {
      top.open = false;
      element.dispatchEvent(new Event('toggle'));
    };
  } else {
    element.matches = (() => {
      throw new SyntaxError(':popover-open');
    }) as never;
  }
  element.setAttribute('popover', 'manual');
  const parent = document.documentElement;
  const shield = armour({ element, frame, root, parent, lost, signal: life.signal });
  root.append(frame);
  shield.watch();
  parent.append(element);
  whenShown?.(element);
  if (popovers) element.showPopover();
  shield.set('visibility', 'visible');
  return { element, frame, root, parent, life, lost, top, shield };
}

/** Names in the order of their text, which is what a browser goes by. */
const namesIn = (element: HTMLElement) =>
  (element.getAttribute('style') ?? '').split(';').flatMap((line) => line.split(':')[0]?.trim() || []);
const isImportant = (element: HTMLElement) =>
  namesIn(element).every((name) => element.style.getPropertyPriority(name) === 'important');

describe('the style of the host', () => {
  it('resets everything, and nothing in it can be overruled', () => {
    const { element, frame } = host();
    for (const one of [element, frame]) {
      expect(namesIn(one)[0]).toBe('all');
      expect(namesIn(one).length).toBeGreaterThan(8);
      expect(isImportant(one)).toBe(true);
    }
    expect(element.style.getPropertyValue('position')).toBe('fixed');
    expect(element.style.getPropertyValue('z-index')).toBe('2147483647');
    const notice = document.createElement('p');
    dress(notice, { color: 'red' });
    expect(namesIn(notice)).toEqual(['all', 'color']);
    expect(isImportant(notice)).toBe(true);
  });

  it('hides the host until it is shown', () => {
    const element = document.createElement('div');
    const frame = document.createElement('div') as unknown as HTMLIFrameElement;
    const root = element.attachShadow({ mode: 'closed' });
    armour({ element, frame, root, parent: document.body, lost: () => {}, signal: new AbortController().signal });
    expect(element.style.getPropertyValue('visibility')).toBe('hidden');
  });
});

describe('a page’s change to the host', () => {
  it.each<readonly [string, (element: HTMLElement) => void]>([
    ['an id', (element) => (element.id = 'mine')],
    ['a class', (element) => (element.className = 'mine')],
    ['inertness', (element) => element.setAttribute('inert', '')],
    ['a role', (element) => element.setAttribute('role', 'none')],
    ['a name', (element) => element.setAttribute('aria-label', 'x')],
    ['another kind of popover', (element) => element.setAttribute('popover', 'auto')],
    ['no popover', (element) => element.removeAttribute('popover')],
    ['transparency', (element) => element.style.setProperty('opacity', '0', 'important')],
    ['another place', (element) => element.style.setProperty('left', '900px', 'important')],
    ['another style', (element) => element.setAttribute('style', 'display: none !important')],
    ['no style', (element) => element.removeAttribute('style')],
    ['going from the top layer', (element) => element.hidePopover()],
  ])('is repaired before the next frame: %s', async (_, change) => {
    const { element, lost, top } = host();
    const before = element.getAttribute('style');
    change(element);
    await observed();
    expect([...element.attributes].map(({ name }) => name).toSorted()).toEqual(['popover', 'style']);
    expect(element.getAttribute('popover')).toBe('manual');
    expect(element.getAttribute('style')).toBe(before);
    expect(top.open).toBe(true);
    expect(lost).not.toHaveBeenCalled();
  });

  it('counts as a fight after twenty repairs, and then the card closes', async () => {
    const { element, lost } = host();
    for (let fights = 1; fights <= 20; fights++) {
      element.id = `mine ${fights}`;
      await observed();
      expect(element.hasAttribute('id')).toBe(false);
    }
    expect(lost).not.toHaveBeenCalled();
    element.id = 'mine';
    await observed();
    expect(lost).toHaveBeenCalledTimes(1);
    element.id = 'mine again';
    await observed();
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('does not count as a fight when we move and show the host ourselves, however often', async () => {
    const { shield, lost, element } = host();
    for (let moves = 0; moves < 60; moves++) {
      shield.set('left', `${moves}px`);
      shield.rise();
      if (moves % 7 === 0) await observed();
    }
    await observed();
    expect(lost).not.toHaveBeenCalled();
    expect(element.style.getPropertyValue('left')).toBe('59px');
    // What was set last is what a repair goes back to.
    element.style.setProperty('left', '900px', 'important');
    await observed();
    expect(element.style.getPropertyValue('left')).toBe('59px');
  });

  it('is repaired also if it happened while we were showing the host', async () => {
    const before = host().element.getAttribute('style');
    const { element, shield, top } = host({
      whenShown: (one) => {
        one.style.setProperty('opacity', '0', 'important');
        one.id = 'mine';
      },
    });
    shield.set('left', '9px');
    shield.set('left', '0');
    await observed();
    expect(element.getAttribute('style')).toBe(before);
    expect(element.hasAttribute('id')).toBe(false);
    // And when it rises.
    const show = element.showPopover.bind(element);
    element.showPopover = () => {
      element.style.setProperty('opacity', '0', 'important');
      show();
    };
    vi.spyOn(dom, 'all').mockImplementation((() => [element, document.body]) as never);
    try {
      shield.rise();
    } finally {
      vi.restoreAllMocks();
    }
    await observed();
    expect(element.getAttribute('style')).toBe(before);
    expect(top.open).toBe(true);
  });

  it('closes the card if it moved the host while we were showing it', async () => {
    const { lost } = host({ whenShown: (element) => document.body.append(element) });
    await observed();
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('does not count as a fight if it concerns the host’s neighbours', async () => {
    const { lost } = host();
    for (let n = 0; n < 40; n++) {
      document.body.append(document.createElement('p'));
      document.documentElement.append(document.createElement('aside'));
      await observed();
    }
    sweep('aside, p');
    expect(lost).not.toHaveBeenCalled();
  });

  it.each<readonly [string, (parts: ReturnType<typeof host>) => void]>([
    ['takes it away', ({ element }) => element.remove()],
    ['puts it elsewhere', ({ element }) => document.body.append(element)],
    ['touches the frame in it', ({ frame }) => frame.setAttribute('src', 'https://news.example/')],
    ['takes the frame away', ({ frame }) => frame.remove()],
    ['puts something beside the frame', ({ root }) => root.append(document.createElement('p'))],
  ])('closes the card at once, and once, if the page %s', async (_, attack) => {
    const parts = host();
    attack(parts);
    attack(parts);
    await observed();
    expect(parts.lost).toHaveBeenCalledTimes(1);
  });

  it('closes the card if another document is loaded into the frame after its own has had time to load', async () => {
    vi.useFakeTimers();
    try {
      const { shield, frame, lost } = host();
      shield.seal();
      // Our script may be there before the browser says that its document is.
      frame.dispatchEvent(new Event('load'));
      expect(lost).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1_100);
      frame.dispatchEvent(new Event('load'));
      frame.dispatchEvent(new Event('load'));
      expect(lost).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is ignored before we have created the host, and after it was closed', async () => {
    const { element, frame, life, lost } = host();
    frame.dispatchEvent(new Event('load'));
    await observed();
    expect(lost).not.toHaveBeenCalled();
    life.abort();
    element.id = 'mine';
    frame.setAttribute('src', 'x');
    frame.dispatchEvent(new Event('load'));
    element.remove();
    await observed();
    expect(lost).not.toHaveBeenCalled();
    expect(element.id).toBe('mine');
  });

  it('is repaired also where there are no popovers', async () => {
    const { element, lost } = host({ popovers: false });
    element.id = 'mine';
    await observed();
    expect(element.hasAttribute('id')).toBe(false);
    expect(lost).not.toHaveBeenCalled();
  });
});

describe('an element over the host', () => {
  it('makes the host come to the top, and nothing else does', () => {
    const { shield, top, element } = host();
    const over: Element[] = [element];
    vi.spyOn(dom, 'all').mockImplementation((() => over) as never);
    try {
      shield.rise();
      expect(top.shows).toBe(1);
      over.push(document.body);
      shield.rise();
      expect([top.shows, top.open]).toEqual([2, true]);
    } finally {
      vi.restoreAllMocks();
    }
  });
});
