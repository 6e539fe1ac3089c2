/** Builds the story book in memory and opens it in a real Chromium: a page, our host in it, and the card in its frame. */
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { build } from 'vite';
import type { CardProps } from '../../../components/card';
import { sameEverywhere } from '../../tools/same-everywhere';
import { STORIES, type StoryName } from './stories';

/** A page that deforms whatever it can reach: what inherits, what is universal, and the root font size. */
const HOSTILE = `
  html { font-size: 31px; letter-spacing: 3px; color-scheme: dark; direction: rtl }
  body { margin: 24px; background: Canvas; color-scheme: light dark; font: italic 700 30px/3 fantasy; text-transform: uppercase }
  * { box-sizing: content-box; color: red; letter-spacing: 3px !important; word-spacing: 9px; text-transform: uppercase !important; line-height: 3 !important; visibility: visible; --paper: lime; --ink: lime }
  div, iframe { padding: 9px; border: 5px solid red; opacity: .5 !important; width: 90px !important; transform: scale(.9) !important; filter: invert(1) !important }
`;

export interface BookView {
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  readonly forced?: boolean;
  readonly hostile?: boolean;
}

export interface Leaf {
  readonly page: Page;
  /** The document of the card. */
  readonly card: Frame;
  /** Draws a story and puts its host in place, as wide and tall as the reader script would; false: there is no place. */
  show(name: StoryName, theme?: CardProps['theme'], direction?: 'ltr' | 'rtl'): Promise<boolean>;
  /** Draws nothing anew: the card may have become taller. */
  place(name: StoryName): Promise<boolean>;
  press(label: string): Promise<void>;
}

export interface Book {
  readonly browser: Browser;
  open(view: BookView): Promise<Leaf>;
}

async function scriptOf(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: {
      write: false,
      minify: false,
      lib: { entry: new URL(file, import.meta.url).pathname, formats: ['iife'], name: 'book' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The story book was not built');
  return output.output[0].code;
}

export async function openBook(): Promise<Book> {
  const [book, pageSide] = [await scriptOf('book.tsx'), await scriptOf('page-side.ts')];
  const browser = await chromium.launch({
    executablePath: process.env.BACKSTORY_CHROMIUM || '/usr/bin/chromium',
    env: sameEverywhere(),
    args: ['--no-sandbox'],
  });
  return {
    browser,
    async open({ width, height, dark = false, forced = false, hostile = false }) {
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        forcedColors: forced ? 'active' : 'none',
        reducedMotion: 'reduce',
      });
      await page.setContent(
        `<!doctype html><html lang="en"><meta charset="utf-8"><style>${hostile ? HOSTILE : 'body{margin:8px;background:Canvas;color-scheme:light dark}'}</style><body></body></html>`,
      );
      const framed = page.waitForEvent('frameattached');
      // In an extension this runs in a world of its own; the book has none to talk to.
      await page.evaluate(() => Object.assign(window, { chrome: { runtime: { id: 'book' } } }));
      await page.addScriptTag({ content: pageSide });
      const card = await framed;
      await card.waitForLoadState();
      await card.addScriptTag({ content: book });

      async function place(name: StoryName): Promise<boolean> {
        const mode: 'card' | 'sheet' = STORIES[name].mode === 'sheet' ? 'sheet' : 'card';
        await page.evaluate((mode) => window.host.setWidth(mode), mode);
        const natural = await card.evaluate(() =>
          Math.ceil((document.querySelector('main') as Element).getBoundingClientRect().height),
        );
        const placed = await page.evaluate(([mode, natural]) => window.placeCard(mode, natural), [
          mode,
          natural,
        ] as const);
        const width = await page.evaluate((mode) => window.host.setWidth(mode), mode);
        if (!placed || (await card.evaluate(() => innerWidth)) === width) return placed;
        // The frame's process hears of its width later, and only once it is shown: then it is as tall as that makes it.
        await card.waitForFunction((width) => innerWidth === width, width, { polling: 20 });
        return place(name);
      }
      return {
        page,
        card,
        place,
        async show(name, theme = 'system', direction = 'ltr') {
          await page.evaluate((theme) => window.host.setTheme(theme), theme);
          await card.evaluate(([n, t, d]) => window.showStory(n, t, d), [name, theme, direction] as const);
          return place(name);
        },
        async press(label) {
          await card.evaluate((label) => {
            const buttons = [...document.querySelectorAll('button')];
            buttons.find((button) => button.textContent === label)?.click();
          }, label);
        },
      };
    },
  };
}
