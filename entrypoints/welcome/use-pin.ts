/** Does the toolbar show the button? Checked again whenever the reader comes back from it. */
import { useEffect, useState } from 'preact/hooks';
import type { PinState } from '../../components/welcome';
import { browser } from '../../lib/messages';

/** Not through the polyfill, which does not know it. */
interface Action {
  getUserSettings?(): Promise<{ readonly isOnToolbar?: boolean }>;
}

const NOT_YET: PinState = import.meta.env.FIREFOX ? 'firefox' : 'chromium';

export function usePin(): PinState {
  const [state, setState] = useState(NOT_YET);
  useEffect(() => {
    const open = new AbortController();
    const look = async () => {
      const action = browser.action as unknown as Action;
      const [{ os }, shown] = await Promise.all([browser.runtime.getPlatformInfo(), action.getUserSettings?.()]);
      if (!open.signal.aborted) setState(os === 'android' ? 'android' : shown?.isOnToolbar ? 'pinned' : NOT_YET);
    };
    const again = () => void look().catch(() => {});
    again();
    addEventListener('focus', again, { signal: open.signal });
    document.addEventListener('visibilitychange', again, { signal: open.signal });
    return () => open.abort();
  }, []);
  return state;
}
