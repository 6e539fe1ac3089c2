/** What there is to show of the page in one tab, looked at again whenever `follow` says so. Popup and panel. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PopupState } from '../../components/glossary';
import { callBackground, callReader } from '../../lib/messages';
import { popupState } from './popup-state';

/** While the story is being read the list grows; afterwards it seldom changes. */
const SCANNING_MS = 300;
const CALM_MS = 1500;

/** Calls `look` until the signal aborts. It answers after how many ms another look would be worth it, where nobody is told. */
export type Follow = (tabId: number, look: () => Promise<number>, signal: AbortSignal) => void;

/** Where a page of ours stands: it hangs from the toolbar, is a tab or window by itself, or lies beside the story. */
export type Surface = 'toolbar' | 'tab' | 'panel';

export interface StoryHere {
  readonly state: PopupState;
  readonly show: (state: PopupState) => void;
  /** Another look, at once. */
  readonly refresh: () => void;
}

interface StoryOptions {
  /** Null: there is no tab to look at. */
  readonly tabId: number | null;
  /** Not while something else stands before it. */
  readonly looking: boolean;
  readonly surface: Surface;
  readonly follow: Follow;
}

export function useStory({ tabId, looking, surface, follow }: StoryOptions): StoryHere {
  const [state, show] = useState<PopupState>({ at: 'loading' });
  const [round, setRound] = useState(0);
  const refresh = useCallback(() => setRound((last) => last + 1), []);

  useEffect(() => {
    if (!looking || tabId === null) return;
    const open = new AbortController();
    const look = async () => {
      const found = await popupState(tabId, {
        callBackground,
        callReader,
        fromToolbar: surface === 'toolbar',
        mayPutIn: surface !== 'panel',
      });
      if (!open.signal.aborted) show(found);
      return found.at === 'reading' && found.glossary.state === 'scanning' ? SCANNING_MS : CALM_MS;
    };
    follow(tabId, look, open.signal);
    return () => open.abort();
  }, [tabId, round, looking]);

  return { state, show, refresh };
}
