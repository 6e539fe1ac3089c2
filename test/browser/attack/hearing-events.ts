/** Attacks through what events contain: nodes, roots, frames, keys, positions. */
import { describe, expect, it } from 'vitest';
import { NOTED } from './attack-site';
import type { SpiedWindow } from './page-spy';
import { type Browser, NO_EFFECTS, type Reader, sleep } from './reader';

/** Of a frame of ours that the page got hold of: everything that is not refused. In the page. */
async function pryOpen(): Promise<readonly string[]> {
  const { spy } = window as unknown as SpiedWindow;
  const frame = spy.frame();
  if (!frame) return [];
  const got: string[] = [];
  const attempt = (name: string, run: () => unknown) => {
    try {
      const value = run();
      if (value !== null && value !== undefined && value !== false && value !== '' && value !== 0)
        got.push(`${name}: ${String(value).slice(0, 60)}`);
    } catch {
      // Refused, as it should be.
    }
  };
  const inner = frame.contentWindow as Window & { find?: (words: string) => boolean };
  attempt('contentDocument', () => frame.contentDocument);
  attempt('getSVGDocument', () => frame.getSVGDocument?.());
  attempt('document', () => inner.document);
  attempt('location', () => inner.location.href);
  attempt('find', () => inner.find?.('Mute'));
  attempt('selection', () => inner.getSelection());
  attempt('frames', () => inner.frames.length);
  attempt('frameElement', () => inner.frameElement);
  attempt('name', () => inner.name);
  attempt('storage', () => inner.localStorage);
  attempt('performance', () => inner.performance);
  attempt('history', () => inner.history);
  attempt('globals', () => Object.getOwnPropertyNames(inner).includes('Mute'));
  attempt('src', () => frame.src);
  attempt('name of the frame', () => frame.name);
  attempt('title', () => frame.title);
  for (const message of ['ready', { type: 'ready' }, { type: 'mute' }, { ready: true, token: 'x' }, null]) {
    attempt('postMessage', () => inner.postMessage(message, '*'));
    attempt('port', () => inner.postMessage(message, '*', [new MessageChannel().port2]));
  }
  attempt('blur', () => inner.blur());
  await new Promise((next) => setTimeout(next, 400));
  return got;
}

/** Puts a document of the page's into the frame, in every way, and reads what comes. In the page. */
async function swap(how: string): Promise<string> {
  const { spy } = window as unknown as SpiedWindow;
  const frame = spy.frame();
  if (!frame) return '';
  const wait = (ms: number) => new Promise((next) => setTimeout(next, ms));
  const given = frame.srcdoc;
  const read = () => {
    try {
      return frame.contentDocument?.documentElement.outerHTML ?? '';
    } catch {
      return '';
    }
  };
  const root = frame.getRootNode() as ShadowRoot;
  if (how === 'drawn over') {
    const over = document.createElement('p');
    over.textContent = 'Your session has ended. Password?';
    root.append(over);
    return '';
  }
  if (how === 'styled') {
    frame.style.setProperty('opacity', '0', 'important');
    return '';
  }
  if (how !== 'navigate') frame.removeAttribute('sandbox');
  if (how === 'same srcdoc') frame.srcdoc = given;
  if (how === 'own srcdoc') frame.srcdoc = given.replace(/<body.*/s, '<body><p>page</p></body></html>');
  if (how === 'no srcdoc') frame.removeAttribute('srcdoc');
  if (how === 'src') frame.setAttribute('src', 'about:blank');
  if (how === 'navigate') frame.contentWindow?.location.replace('about:blank');
  if (how === 'moved') document.body.append(frame);
  // Without a new load: what is in the frame goes on living.
  if (how === 'moved alive') {
    const { body } = document as Document & { body: { moveBefore?: (node: Node, before: Node | null) => void } };
    body.moveBefore?.(frame, null);
  }
  if (how === 'sandbox') frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  let seen = '';
  for (let times = 0; times < 8; times++) {
    await wait(100);
    seen += read();
  }
  return seen;
}

const SWAPS = [
  'same srcdoc',
  'own srcdoc',
  'no srcdoc',
  'src',
  'navigate',
  'moved',
  'moved alive',
  'sandbox',
  'drawn over',
  'styled',
];

export function attacksByEvents(reader: () => Reader, browser: Browser): void {
  /** What a hand does in a card that harms nobody. */
  async function handleCard(): Promise<void> {
    const button = await reader().placeOf('Mute');
    if (!button) throw new Error('no card to handle');
    // Over the note's own words, where no name is: they stand in the foot, right above what can be done with them.
    const note = await reader().placeOf(/^(Add a|Edit) note$/);
    if (!note) throw new Error('no note to handle');
    const [near, above] = [
      { x: note.x, y: note.y - 24 },
      { x: note.x + 20, y: note.y - 44 },
    ];
    await reader().move(near, 5);
    await reader().doubleClick(above);
    await reader().move(above);
    await reader().down();
    await reader().move(near, 5);
    await reader().up();
    await reader().wheel(20);
    await reader().wheel(-20);
    await reader().move(button, 4);
    await reader().move(above, 3);
    await reader().key('Tab');
    await reader().key('a');
    await reader().chord('c');
    await sleep(200);
  }
  const inside = () => reader().page.evaluate(() => (window as unknown as SpiedWindow).spy.inside(), null);

  describe('with event listeners, the page', () => {
    it('gets no node with text of the card while the pointer moves, presses, selects and scrolls in it', async () => {
      await reader().visit('spying');
      const { label } = await reader().openCard(NOTED.words, NOTED.name);
      const secrets = await reader().secrets();
      expect(secrets).toContain('zebraword');
      await handleCard();
      const { names, text } = await inside();
      // Firefox names the frame, and by it the root that it stands in; there is nothing else to name.
      const empty = browser === 'Firefox' ? ['#document-fragment', 'DIV', 'IFRAME'] : [];
      expect(names.filter((name) => !empty.includes(name))).toEqual([]);
      expect(secrets.filter((word) => text.includes(word))).toEqual([]);
      const heard = await reader().page.evaluate(
        () => [...(window as unknown as SpiedWindow).spy.heard].join('\n'),
        null,
      );
      expect(secrets.filter((word) => heard.includes(word))).toEqual([]);
      // What stands on the frame itself: whose it is, which the marks tell as well, and a number that is used up.
      const told = browser === 'Firefox' ? ['title: Backstory'] : [];
      expect(await reader().page.evaluate(pryOpen, null)).toEqual(told);
      expect((await reader().card())?.label).toBe(label);
      expect(await reader().effects()).toEqual(NO_EFFECTS);
      await reader().closeCard();
    });

    // In Chromium no event names the frame, so there is nothing to swap.
    it.each(browser === 'Firefox' ? SWAPS : SWAPS.slice(0, 1))(
      'changes the frame (%s): it reads nothing, and the card closes',
      async (how) => {
        await reader().visit('spying');
        await reader().openCard(NOTED.words, NOTED.name);
        const secrets = await reader().secrets();
        expect(secrets).toContain('zebraword');
        await handleCard();
        const reached = await reader().page.evaluate(
          () => (window as unknown as SpiedWindow).spy.frame() !== null,
          null,
        );
        const seen = (await reader().page.evaluate(swap, how)) + (await inside()).text;
        expect(secrets.filter((word) => seen.includes(word))).toEqual([]);
        if (browser === 'Chromium') expect(reached).toBe(false);
        // Without a new document nothing has changed: a sandbox is asked only when one is loaded.
        if (reached && how !== 'sandbox') {
          await expect.poll(() => reader().card()).toBeNull();
          const isLeft = () => (window as unknown as SpiedWindow).spy.frame()?.isConnected ?? false;
          await expect.poll(() => reader().page.evaluate(isLeft, null)).toBe(false);
        }
        expect(await reader().effects()).toEqual(NO_EFFECTS);
        await reader().closeCard();
      },
    );
  });
}
