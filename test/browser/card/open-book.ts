/** Builds the story book in memory and opens it in a real Chromium. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { sameFonts } from '../../tools/same-fonts';

/** A page that deforms whatever it can reach: what inherits, what is universal, and the root font size. */
const HOSTILE = `
  html { font-size: 31px; letter-spacing: 3px }
  body { margin: 24px; background: Canvas; color-scheme: light dark; font: italic 700 30px/3 fantasy; text-transform: uppercase }
  * { box-sizing: content-box; color: red; letter-spacing: 3px !important; word-spacing: 9px; text-transform: uppercase !important; line-height: 3 !important; visibility: visible; --paper: lime; --ink: lime }
  div { padding: 9px; border: 5px solid red }
`;

export interface Book {
  readonly browser: Browser;
  /** A fresh page that knows `showStory`. */
  open(view: { width: number; height: number; dark?: boolean; forced?: boolean; hostile?: boolean }): Promise<Page>;
}

export async function openBook(): Promise<Book> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: {
      write: false,
      minify: false,
      lib: { entry: new URL('book.tsx', import.meta.url).pathname, formats: ['iife'], name: 'book' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The story book was not built');
  const script = output.output[0].code;
  const browser = await chromium.launch({
    executablePath: process.env.BACKSTORY_CHROMIUM || '/usr/bin/chromium',
    env: sameFonts(),
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
      await page.addScriptTag({ content: script });
      return page;
    },
  };
}
