/** The keys as the browser has them: the reader may have set others, or another extension may hold some. */
import { useEffect, useState } from 'preact/hooks';
import type { KeyLine } from '../../components/kit';
import { browser } from '../../lib/messages';
import { openTab } from './open-tab';

/** Firefox has a call for its page of keys; Chromium has an address. */
interface Commands {
  openShortcutSettings?(): Promise<void>;
}

export interface Keys {
  readonly lines: readonly KeyLine[];
  /** Null where the browser has no page for it. */
  readonly change: (() => void) | null;
}

const PAGE = 'chrome://extensions/shortcuts';

/** `besideTab`, `asTab`: as `openTab` takes them. */
export function useKeys(besideTab: number | null, asTab: boolean): Keys {
  const [lines, setLines] = useState<readonly KeyLine[]>([]);
  useEffect(() => {
    const open = new AbortController();
    const read = async () => {
      // Firefox for Android has no commands; one without a description is the browser's own.
      const all = (await browser.commands?.getAll()) ?? [];
      const named = all.filter(({ description = '' }) => description !== '');
      if (!open.signal.aborted)
        setLines(named.map(({ description = '', shortcut = '' }) => ({ does: description, keys: shortcut })));
    };
    void read();
    // The reader comes back from the page on which they are set.
    addEventListener('focus', () => void read(), { signal: open.signal });
    return () => open.abort();
  }, []);

  if (lines.length === 0) return { lines, change: null };
  if (!import.meta.env.FIREFOX) return { lines, change: () => void openTab(PAGE, besideTab, asTab) };
  const commands = browser.commands as unknown as Commands;
  return { lines, change: commands.openShortcutSettings ? () => void commands.openShortcutSettings?.() : null };
}
