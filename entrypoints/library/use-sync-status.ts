/** The state of the remotes: read again when the database changes, or the background reaches another step. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Read } from '../../components/kit';
import { callBackground } from '../../lib/messages';
import { watchNotes } from '../../lib/notes';
import { type RemoteStatus, readStatus } from '../../lib/sync';
import { ledger, notes } from './stores';

/** ms between looks at the background's progress, during a run and otherwise. */
const BUSY_MS = 300;
const CALM_MS = 1_500;

export interface SyncState {
  readonly remotes: readonly RemoteStatus[];
  readonly deviceName: string;
  readonly hasRing: boolean;
}

/** Not inside the watched query: it reads the digest of all notes, and may have to store this device's id first. */
async function readAll(steps: Parameters<typeof readStatus>[2]): Promise<SyncState> {
  const { name } = await ledger.device();
  const [remotes, ring] = await Promise.all([readStatus(ledger, Date.now(), steps), ledger.ring()]);
  return { remotes, deviceName: name, hasRing: ring !== null };
}

/** Reads every table that the state depends on, so that the watch notices each change. */
async function touch(): Promise<void> {
  const rows = await ledger.remotes();
  await Promise.all([...rows.map(({ id }) => ledger.backlog(id)), ledger.ring(), notes.count()]);
}

export function useSyncStatus(): { readonly state: Read<SyncState>; readonly lookAgain: () => void } {
  const [state, setState] = useState<Read<SyncState>>(null);
  const wake = useRef(() => {});

  useEffect(() => {
    const open = new AbortController();
    let due = true;
    let shown = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looking = false;

    async function look(): Promise<void> {
      if (looking || open.signal.aborted) return;
      looking = true;
      clearTimeout(timer);
      const steps = await callBackground('syncSteps', {}).catch(() => ({}));
      const said = JSON.stringify(steps);
      if (due || said !== shown) {
        due = false;
        shown = said;
        const read = await readAll(steps).catch(() => 'unavailable' as const);
        if (!open.signal.aborted) setState(read);
      }
      looking = false;
      if (!open.signal.aborted) timer = setTimeout(look, said === '{}' && !due ? CALM_MS : BUSY_MS);
    }

    wake.current = () => {
      due = true;
      void look();
    };
    watchNotes(touch, wake.current, wake.current, open.signal);
    open.signal.addEventListener('abort', () => clearTimeout(timer));
    return () => open.abort();
  }, []);
  return { state, lookAgain: useCallback(() => wake.current(), []) };
}
