/** Wires sync: what is set up is stored here, what runs is run by the background. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useText } from '../../components/kit';
import { type AddOutcome, type PassphraseOutcome, type SyncCalls, SyncView } from '../../components/sync';
import type { RemoteRow } from '../../lib/database';
import { callBackground } from '../../lib/messages';
import {
  judgeHeld,
  type PassphraseWork,
  type Remote,
  replacePassphrase,
  SHORTEST_PASSPHRASE,
  SyncError,
  setPassphrase,
  switchRemote,
  unlock,
} from '../../lib/sync';
import { nameUnnamedDevice } from '../own-page/device-name';
import { openRemotes } from '../own-page/open-remotes';
import { emptyAccount } from './empty-account';
import { passphraseInWorker } from './passphrase-in-worker';
import PassphraseWorker from './passphrase-worker?worker';
import { addFolder, addWebdav, allowAgain, canOpenFolders } from './set-up-remotes';
import { ledger, notes } from './stores';
import type { Tell } from './tell';
import { useSyncStatus } from './use-sync-status';

/** ms to look for the keys that other devices left. */
const LONGEST_SEARCH_MS = 60_000;

const open = openRemotes(notes);

export function SyncHere({ undo, tell }: { readonly undo: ComponentChildren; readonly tell: Tell }) {
  const { t } = useText();
  const { state, lookAgain } = useSyncStatus();
  /** As they were at the last look: a permission has to be asked for without waiting for the database. */
  const rows = useRef<readonly RemoteRow[]>([]);
  const [taken, setTaken] = useState(false);
  const known = state === null || state === 'unavailable' ? null : state;

  useEffect(() => {
    void ledger.remotes().then((now) => {
      rows.current = now;
    });
  }, [known]);

  const unnamed = known?.deviceName === '';
  useEffect(() => {
    if (!unnamed) return;
    void nameUnnamedDevice(ledger, (browser, system) => t('sync_device_guess', browser, system)).then(
      lookAgain,
      () => {},
    );
  }, [unnamed, t, lookAgain]);

  const on = useMemo<SyncCalls>(() => {
    const run = (remote: string | null) => {
      void callBackground('syncNow', { remote }).then(lookAgain, lookAgain);
      lookAgain();
    };
    const added = async (work: Promise<AddOutcome>) => {
      const outcome = await work;
      if (outcome.state === 'added') run(null);
      return outcome;
    };
    return {
      syncNow: run,
      cancel: (remote) => void callBackground('syncCancel', { remote }).then(lookAgain, lookAgain),
      switchRemote: (remote, wish) =>
        tell.after(
          switchRemote(ledger, remote, wish).then(() => {
            if (wish) run(remote);
          }),
          null,
        ),
      removeRemote(remote) {
        const row = rows.current.find(({ id }) => id === remote);
        const place = known?.remotes.find(({ id }) => id === remote)?.place ?? remote;
        const gone = callBackground('syncCancel', { remote })
          .catch(() => {})
          .then(() => ledger.dropRemote(remote));
        tell.after(
          gone,
          row
            ? {
                line: ['sync_removed', place],
                back: () => ledger.saveRemote({ ...row, joined: 0 }).then(() => run(remote)),
              }
            : null,
        );
      },
      judgeHeld: (remote, files, takeIn) =>
        tell.after(
          judgeHeld(ledger, remote, files, takeIn).then(() => run(remote)),
          null,
        ),
      takeOut: emptyAccount,
      async allow(remote) {
        const row = rows.current.find(({ id }) => id === remote);
        const allowed = row !== undefined && (await allowAgain(row));
        if (allowed) run(remote);
        return allowed;
      },
      addWebdav: (account) => added(addWebdav(account)),
      addFolder: () => added(addFolder()),
      setPassphrase: async (passphrase) => {
        const outcome = await told(async () => {
          await withWorker(async (options) => {
            if (await ledger.ring()) await replacePassphrase(ledger, { to: passphrase }, options);
            else await setPassphrase(ledger, await remotesThatAreOn(), passphrase, searchSignal(), options);
          });
        });
        setTaken(outcome.state === 'taken');
        if (outcome.state === 'done') run(null);
        return outcome;
      },
      unlock: async (passphrase) => {
        const outcome = await told(async () => {
          await withWorker(async (options) =>
            unlock(ledger, await remotesThatAreOn(), passphrase, searchSignal(), options),
          );
        });
        if (outcome.state !== 'done') return outcome;
        setTaken(false);
        run(null);
        return outcome;
      },
      nameDevice: (name) => tell.after(ledger.nameDevice(name).then(lookAgain), null),
    };
  }, [known, lookAgain, tell]);

  const locked = taken || known?.remotes.some(isLocked) === true;
  return (
    <SyncView
      remotes={known?.remotes ?? (state === 'unavailable' ? state : null)}
      deviceName={known?.deviceName ?? ''}
      passphrase={locked ? 'locked' : known?.hasRing ? 'set' : 'none'}
      shortestPassphrase={SHORTEST_PASSPHRASE}
      canOpenFolders={canOpenFolders}
      undo={undo}
      on={on}
    />
  );
}

const isLocked = ({ on, trouble }: { readonly on: boolean; readonly trouble: { readonly code: string } | null }) =>
  on && (trouble?.code === 'locked' || trouble?.code === 'wrong-passphrase');

const searchSignal = () => AbortSignal.timeout(LONGEST_SEARCH_MS);

async function remotesThatAreOn(): Promise<readonly Remote[]> {
  const [rows, ring] = await Promise.all([ledger.remotes(), ledger.ring()]);
  return rows.filter(({ on }) => on === 1).map((row) => open(row, ring));
}

/** A passphrase is a second of work for each key that it is tried on: this page goes on meanwhile. */
async function withWorker(run: (options: { readonly work: PassphraseWork }) => Promise<void>): Promise<void> {
  const work = passphraseInWorker(() => new PassphraseWorker());
  try {
    await run({ work });
  } finally {
    work.end();
  }
}

async function told(work: () => Promise<void>): Promise<PassphraseOutcome> {
  try {
    await work();
    return { state: 'done' };
  } catch (thrown) {
    if (!(thrown instanceof SyncError)) return { state: 'failed', detail: String(thrown) };
    if (thrown.code === 'locked') return { state: 'taken' };
    if (thrown.code === 'wrong-passphrase') return { state: 'wrong' };
    if (thrown.code === 'too-much') return { state: 'too-many' };
    return { state: 'failed', detail: thrown.message };
  }
}
