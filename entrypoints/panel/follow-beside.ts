/**
 * The panel is notified of changes instead of polling: by the reader script of the tab over a port, while one is
 * running; by the background, when one starts or a note was stored; by the browser, when the tab navigates.
 */
import { browser, followStory, hearBackground } from '../../lib/messages';
import type { Follow } from '../own-page/use-story';
import { lookWhenTold } from './look-when-told';

/** ms; while a story is being read its names arrive in batches. */
const REST_MS = 200;

export const followBeside: Follow = (tabId, look, signal) => {
  const tell = lookWhenTold(async () => (document.hidden ? undefined : look()), REST_MS, signal);
  let hangUp: (() => void) | null = null;

  function connect(): void {
    hangUp ??= followStory(tabId, tell, () => {
      hangUp = null;
      tell();
    });
  }
  const again = () => {
    connect();
    tell();
  };
  const updated = (id: number, { status, url }: { readonly status?: string; readonly url?: string }) => {
    if (id === tabId && (status !== undefined || url !== undefined)) again();
  };

  const { onUpdated } = browser.tabs;
  const { onAdded, onRemoved } = browser.permissions;
  const { onChanged } = browser.storage.local;
  onUpdated.addListener(updated);
  // Which sites are read.
  for (const changes of [onAdded, onRemoved, onChanged]) changes.addListener(tell);
  document.addEventListener('visibilitychange', tell, { signal });
  hearBackground((tab) => {
    if (tab === tabId) again();
    else if (tab === null) tell();
  }, signal);
  signal.addEventListener('abort', () => {
    hangUp?.();
    onUpdated.removeListener(updated);
    for (const changes of [onAdded, onRemoved, onChanged]) changes.removeListener(tell);
  });
  again();
};
