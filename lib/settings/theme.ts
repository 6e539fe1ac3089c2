import type { Theme } from './types';

/** Where the theme is also stored for the next page: settings arrive after the first paint. */
const MIRROR = 'theme';

/** Paints one of our pages in its last theme, before settings can be read. */
export function paintLastTheme(root: HTMLElement, mirror: Storage): void {
  const last = mirror.getItem(MIRROR);
  if (last === 'light' || last === 'dark') root.dataset.theme = last;
}

export function paintTheme(root: HTMLElement, mirror: Storage, theme: Theme): void {
  if (theme === 'system') {
    delete root.dataset.theme;
    mirror.removeItem(MIRROR);
    return;
  }
  root.dataset.theme = theme;
  mirror.setItem(MIRROR, theme);
}
