/** What only a real browser can tell of the card: sizes, overflow, contrast, targets, and that no page deforms it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Book, openBook } from './open-book';
import { STORIES, type StoryName } from './stories';

const NAMES = Object.keys(STORIES) as StoryName[];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let book: Book;
beforeAll(async () => {
  book = await openBook();
}, 60_000);
afterAll(async () => {
  await book.browser.close();
});

async function withPage<T>(view: Parameters<Book['open']>[0], run: (page: Page) => Promise<T>): Promise<T> {
  const page = await book.open(view);
  try {
    return await run(page);
  } finally {
    await page.close();
  }
}

const show = (page: Page, name: StoryName, theme: 'system' | 'light' | 'dark' = 'system') =>
  page.evaluate(([n, t]) => window.showStory(n, t), [name, theme] as const);

/** The bottom of the first line of the day (or of the head), measured from the top of the card. */
const firstGlance = (page: Page) =>
  page.evaluate(() => {
    const card = window.storyRoot.querySelector('.card') as HTMLElement;
    const last = card.querySelector('.day li') ?? card.querySelector('header');
    return (last as HTMLElement).getBoundingClientRect().bottom - card.getBoundingClientRect().top;
  });

/** Buttons and links that stand alone (not within a line of text) and are smaller than `least` px in either way. */
const smallTargets = (page: Page, least: number) =>
  page.evaluate((min) => {
    const within = (el: Element) => el.matches('.name-link, .web-link');
    return [...window.storyRoot.querySelectorAll('button, a')]
      .filter((el) => !within(el))
      .flatMap((el) => {
        const box = el.getBoundingClientRect();
        const after = getComputedStyle(el, '::after');
        const grow = after.position === 'absolute' ? -Number.parseFloat(after.top) * 2 : 0;
        // A name of a tie has its line to itself: the next target is at least a line's height away.
        const height = el.matches('.tie-name')
          ? Math.max(box.height + grow, (el.closest('li') as Element).clientHeight)
          : box.height;
        return height < min || box.width + grow < min ? [`${el.textContent} ${box.width}×${height}`] : [];
      });
  }, least);

describe('the card', () => {
  it.each(NAMES.filter((name) => STORIES[name].mode !== 'sheet' && STORIES[name].depth === 0))(
    '“%s” gives kind, name and day within 160 px and is at most 380 px wide',
    (name) =>
      withPage({ width: 900, height: 1200 }, async (page) => {
        await show(page, name);
        expect(await firstGlance(page)).toBeLessThanOrEqual(160);
        const width = await page.evaluate(() => window.storyRoot.querySelector('.card')?.getBoundingClientRect().width);
        expect(width).toBe(380);
      }),
  );

  it.each([
    ['320 px wide', 320, 700],
    ['at 400 %', 320, 256],
  ])('needs no sideways scroll %s', (_, width, height) =>
    withPage({ width, height }, async (page) => {
      for (const name of NAMES) {
        await show(page, name);
        const over = await page.evaluate(() => {
          const card = window.storyRoot.querySelector('.card') as HTMLElement;
          const box = card.getBoundingClientRect();
          return {
            inside: card.scrollWidth - card.clientWidth,
            page: box.right - innerWidth,
            tall: box.height - innerHeight,
          };
        });
        expect(over.inside, name).toBe(0);
        expect(over.page, name).toBeLessThanOrEqual(0);
        expect(over.tall, name).toBeLessThanOrEqual(0);
      }
    }),
  );

  it('has targets of at least 24 px, of 44 px in the sheet', () =>
    withPage({ width: 428, height: 1200 }, async (page) => {
      for (const name of NAMES) {
        await show(page, name);
        for (const label of ['Not this one', 'Sources']) {
          await page.evaluate((l) => {
            const buttons = [...window.storyRoot.querySelectorAll('button')];
            buttons.find((button) => button.textContent === l)?.click();
          }, label);
          expect(await smallTargets(page, STORIES[name].mode === 'sheet' ? 44 : 24), name).toEqual([]);
        }
      }
    }));

  it('looks the same on a page that deforms whatever it can reach', async () => {
    const shot = (hostile: boolean) =>
      withPage({ width: 428, height: 1200, hostile }, async (page) => {
        await show(page, 'pinned');
        return page.evaluate(() =>
          [...window.storyRoot.querySelectorAll('.card, .card *')].map((el) => {
            const top = (window.storyRoot.querySelector('.card') as Element).getBoundingClientRect();
            const box = el.getBoundingClientRect();
            const { color, backgroundColor, fontFamily, fontSize, fontStyle, textTransform, letterSpacing } =
              getComputedStyle(el);
            return [
              el.className,
              Math.round(box.x - top.x),
              Math.round(box.y - top.y),
              Math.round(box.width),
              Math.round(box.height),
              ...[color, backgroundColor, fontFamily, fontSize, fontStyle, textTransform, letterSpacing],
            ].join(' ');
          }),
        );
      });
    expect(await shot(true)).toEqual(await shot(false));
  });

  it('is not seen while the shell keeps its host hidden', () =>
    withPage({ width: 428, height: 900, hostile: true }, async (page) => {
      await show(page, 'person');
      const visibility = () =>
        page.evaluate(() => getComputedStyle(window.storyRoot.querySelector('h2') as Element).visibility);
      expect(await visibility()).toBe('visible');
      await page.evaluate(() =>
        (window.storyRoot.host as HTMLElement).style.setProperty('visibility', 'hidden', 'important'),
      );
      expect(await visibility()).toBe('hidden');
    }));

  it('follows the system’s theme and yields to a forced one', async () => {
    const paper = (dark: boolean, theme: 'system' | 'light' | 'dark') =>
      withPage({ width: 428, height: 900, dark }, async (page) => {
        await show(page, 'person', theme);
        return page.evaluate(
          () => getComputedStyle(window.storyRoot.querySelector('.card') as Element).backgroundColor,
        );
      });
    const [light, dark] = ['rgb(255, 253, 248)', 'rgb(31, 29, 26)'];
    expect(await paper(false, 'system')).toBe(light);
    expect(await paper(true, 'system')).toBe(dark);
    expect(await paper(false, 'dark')).toBe(dark);
    expect(await paper(true, 'light')).toBe(light);
  });

  it('does not move under reduced motion, and fades for 100 ms otherwise', () =>
    withPage({ width: 428, height: 900 }, async (page) => {
      const fade = () =>
        page.evaluate(() => {
          const { animationName, animationDuration } = getComputedStyle(
            window.storyRoot.querySelector('.card') as Element,
          );
          return animationName === 'none' ? 'none' : animationDuration;
        });
      await show(page, 'person');
      expect(await fade()).toBe('none');
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await show(page, 'person');
      expect(await fade()).toBe('0.1s');
    }));

  it.each([
    ['light', false],
    ['dark', true],
  ])('has enough contrast and sound semantics in the %s theme', (_, dark) =>
    withPage({ width: 428, height: 1400, dark }, async (page) => {
      await page.addScriptTag({ content: AXE });
      for (const name of NAMES) {
        await show(page, name);
        const wrong = await page.evaluate(async () => {
          // axe cannot look into a closed root: let it see the same nodes and styles in an open one.
          const open = document.createElement('div');
          const root = open.attachShadow({ mode: 'open' });
          root.append(...window.storyRoot.childNodes);
          document.body.replaceChildren(open);
          const { axe } = window as unknown as { axe: typeof import('axe-core') };
          const { violations } = await axe.run(open, { rules: { region: { enabled: false } } });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
        });
        expect(wrong, name).toEqual([]);
      }
    }),
  );
});
