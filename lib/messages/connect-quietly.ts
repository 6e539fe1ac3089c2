import { browser } from './browser';

/** A port to the background. A browser that finds nobody there says so in the console of the page, unless it is asked. */
export function connectQuietly(name: string) {
  const port = browser.runtime.connect({ name });
  port.onDisconnect.addListener(() => void browser.runtime?.lastError);
  return port;
}
