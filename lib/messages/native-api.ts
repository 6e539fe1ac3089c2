import type { Browser } from './browser';

/**
 * The browser's own API, for the scripts in pages. Not looked up before somebody needs it: the first look costs a page
 * 0.3 ms, and on most pages the scout has nothing to ask.
 */
export function nativeApi(): typeof Browser {
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', typeof Browser | undefined>;
  return (browser?.runtime?.id ? browser : chrome) as typeof Browser;
}
