import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxAddress, boxPages, OPAQUE, PLACES, SEE_THROUGH } from './box-pages';
import { openStage, type Stage } from './stage';

/** The word under the pointer and the place of its card, in every kind of box, in real browsers. */

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Spot {
  readonly form: string;
  readonly hit: { readonly line: Box } | null;
}
interface Opened {
  readonly shown: boolean;
  readonly box: Box | null;
  readonly rects: readonly Box[];
}

const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each(['chromium', 'firefox'] as const)('names under boxes in %s', (browserName) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(browserName, boxPages);
  });
  afterAll(() => stage?.close());

  async function start(name: string): Promise<void> {
    await stage.open(boxAddress(name));
    await stage.call('start', { names: ['Peder Vang'] });
    await stage.page.evaluate(() => document.querySelector('#p')?.scrollIntoView({ block: 'center' }), null);
    // What is near is told by the browser with a frame or two.
    await expect.poll(() => stage.call('painted')).toBeGreaterThan(0);
  }
  /** The middle of the name on the screen, and what is found there. */
  async function pointAt() {
    const [spot] = await stage.call<Spot[]>('spots');
    const { x, y, width, height } = spot!.hit!.line;
    const at = { x: x + width / 2, y: y + height / 2 };
    const { found } = await stage.call<{ found: { form: string } | null }>('hit', at);
    return { at, found: found?.form ?? null };
  }

  it.each(Object.keys(SEE_THROUGH))('are found under %s', async (name) => {
    await start(name);
    expect((await pointAt()).found).toBe('Peder Vang');
  });

  it.each(Object.keys(OPAQUE))('are not found under %s', async (name) => {
    await start(name);
    expect((await pointAt()).found).toBeNull();
  });

  it('leave a click to a stretched link', async () => {
    await start('a link stretched over its box');
    const { at } = await pointAt();
    await stage.page.mouse.click(at.x, at.y);
    await expect.poll(() => stage.page.evaluate(() => location.hash, null)).toBe('#more');
  });

  it('stay uncovered by the card when the page changes its zoom', async () => {
    await start('a table');
    await stage.call('openCard', { form: 'Peder Vang' });
    for (const zoom of [1.5, 1.5, 0.7, 1]) {
      await stage.page.evaluate((zoom) => document.documentElement.style.setProperty('zoom', String(zoom)), zoom);
      const { box, rects } = await stage.call<Opened>('moveCard', { form: 'Peder Vang' });
      expect(box!.width).toBeCloseTo(380, 0);
      expect(rects.filter((rect) => overlaps(rect, box!))).toEqual([]);
    }
    await stage.call('closeCard');
  });

  it.each(Object.keys(PLACES))('are found and stay uncovered by the card: %s', async (name) => {
    await start(name);
    const { shown, box, rects } = await stage.call<Opened>('openCard', { form: 'Peder Vang' });
    expect(shown).toBe(true);
    // The browser's word and not ours: where the card is, how large, and that nothing lies over it.
    const { width, height } = await stage.page.evaluate(() => ({ width: innerWidth, height: innerHeight }), null);
    expect(box!.width).toBeCloseTo(380, 0);
    expect(box!.height).toBeCloseTo(242, 0);
    expect(box!.x).toBeGreaterThanOrEqual(-1);
    expect(box!.y).toBeGreaterThanOrEqual(-1);
    expect(box!.x + box!.width).toBeLessThanOrEqual(width + 1);
    expect(box!.y + box!.height).toBeLessThanOrEqual(height + 1);
    expect(rects.filter((rect) => overlaps(rect, box!))).toEqual([]);
    expect(await stage.call('cardIsOnTop')).toEqual([]);
    await stage.call('closeCard');
    expect((await pointAt()).found).toBe('Peder Vang');
  });
});
