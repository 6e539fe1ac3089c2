import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFirefox } from '../../tools/open-firefox';
import { ownWorld, type World } from '../../tools/own-world';
import { markedWords, restOn } from '../../tools/point-at';
import { waitForCard } from '../../tools/read-card';
import { dismiss, FIREFOX_BUILD, openSession, type Session, serveStories, spot, tinted, until } from './session';

/** What the reader sees of the marks: pictures of the page with them and without, compared by point. */

interface Window {
  readonly world: World;
  open(path: string): Promise<void>;
  /** As base64. */
  picture(): Promise<string>;
}

interface Line {
  readonly words: string;
  /** Of the most distinct point of the mark against what was there without it. */
  readonly contrast: number;
  /** How much of the words' own box is changed, from 0 to 1. */
  readonly share: number;
}

/** Pictures with and without the marks; the page may take them away, and we put them back after two seconds. */
async function linesOf({ world, picture }: Window): Promise<Line[]> {
  const marked = await picture();
  const places = await world.evaluate(() => {
    const { highlights } = CSS;
    const found = [...(highlights.get('backstory-mark') ?? [])].flatMap((mark) => {
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      const { x, y, width, height } = range.getClientRects()[0] as DOMRect;
      return y < 0 || y + height > innerHeight ? [] : [{ words: range.toString(), x, y, width, height }];
    });
    highlights.delete('backstory-mark');
    return found;
  }, null);
  const bare = await picture();
  return world.evaluate(
    async ({ marked, bare, places }) => {
      const [one, other] = await Promise.all(
        [marked, bare].map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
          context.drawImage(image, 0, 0);
          return context;
        }),
      );
      return places.map(({ words, x, y, width, height }) => {
        // The line lies below the letters, in some fonts below their box.
        const box = [Math.floor(x), Math.floor(y), Math.ceil(width), Math.ceil(height + 4)] as const;
        const [with_, without] = [one, other].map((context) => context!.getImageData(...box).data);
        let [contrast, changed] = [1, 0];
        for (let at = 0; at < without!.length; at += 4) {
          const lights = [with_!, without!].map((data) => {
            const [red, green, blue] = [0, 1, 2].map((part) => {
              const value = data[at + part]! / 255;
              return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05;
          });
          const ratio = Math.max(...lights) / Math.min(...lights);
          contrast = Math.max(contrast, ratio);
          if (ratio > 1.1) changed++;
        }
        return { words, contrast, share: changed / (without!.length / 4) };
      });
    },
    { marked, bare, places },
  );
}

const COLOURED = ['colours', 'dark', 'plain'];

function behave(window: () => Window): void {
  it.each(COLOURED)('%s: lines have a contrast of at least 3:1 to their background', async (name) => {
    await window().open(`/made/${name}.html`);
    const lines = await linesOf(window());
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      expect(line.contrast, line.words).toBeGreaterThanOrEqual(3);
      expect(line.share, line.words).toBeLessThan(0.3);
    }
  });

  it.each(['shadow', 'shadow-in-shadow'])('%s: lines are in open shadow trees', async (name) => {
    await window().open(`/made/${name}.html`);
    const lines = await linesOf(window());
    const inside = lines.find(({ words }) => words.includes('Hezbollah'));
    expect(inside?.contrast).toBeGreaterThanOrEqual(3);
  });
}

describe('marks in Chromium', () => {
  let session: Session;
  let window: Window;
  beforeAll(async () => {
    session = await openSession();
    window = {
      world: ownWorld(session.page),
      open: session.open,
      picture: async () => (await session.page.screenshot()).toString('base64'),
    };
  });
  afterAll(() => session?.close());

  behave(() => window);

  it('are few in forced colours, where each is a block, and all names have cards', async () => {
    const { page } = session;
    await session.open('/made/plain.html');
    const all = (await markedWords(window.world)).length;
    expect(all).toBeGreaterThan(5);
    await page.emulateMedia({ forcedColors: 'active' });
    await until(async () => (await markedWords(window.world)).length <= 3, 'as many as without');
    const main = await markedWords(window.world);
    expect(main.length).toBeGreaterThan(0);
    const lines = await linesOf(window);
    for (const line of lines) expect(line.contrast, line.words).toBeGreaterThanOrEqual(3);
    const other = main.includes('drone strike') ? 'of [Baghdad]' : 'a [drone strike]';
    await restOn(page, await spot(page, other));
    await expect.poll(() => tinted(page)).toHaveLength(1);
    await waitForCard(page);
    await dismiss(page);
    await page.emulateMedia({ forcedColors: null });
    await until(async () => (await markedWords(window.world)).length === all, 'they do not come back');
  });
});

describe('marks in Firefox', () => {
  let close: () => Promise<void>;
  let window: Window;
  const openWindow = async (prefs: Record<string, number>) => {
    const [server, firefox] = await Promise.all([serveStories(), openFirefox(FIREFOX_BUILD, { prefs })]);
    const page = await firefox.browser.newPage();
    await page.bringToFront();
    close = async () => {
      await firefox.close();
      await server.close();
    };
    const world: World = { evaluate: (run, arg) => page.evaluate(run as never, arg as never) as never };
    window = {
      world,
      async open(path) {
        await page.goto(`${server.origin}${path}`);
        await until(async () => (await markedWords(world)).length > 0, `no marks on ${path}`);
        // The first answer brings the first names only.
        await new Promise((next) => setTimeout(next, 500));
      },
      picture: async () => page.screenshot({ encoding: 'base64' }),
    };
  };

  describe('in the colours of the page', () => {
    beforeAll(() => openWindow({}));
    afterAll(() => close?.());
    behave(() => window);
  });

  describe('in forced colours', () => {
    beforeAll(() => openWindow({ 'browser.display.document_color_use': 2 }));
    afterAll(() => close?.());

    it('are still lines', async () => {
      await window.open('/made/colours.html');
      expect(await window.world.evaluate(() => matchMedia('(forced-colors: active)').matches, null)).toBe(true);
      const lines = await linesOf(window);
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines) {
        expect(line.contrast, line.words).toBeGreaterThanOrEqual(3);
        expect(line.share, line.words).toBeLessThan(0.3);
      }
    });
  });
});
