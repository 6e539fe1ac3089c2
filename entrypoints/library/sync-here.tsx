/** Connects sync: settings are stored here, runs are done by the background. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useText } from '../../components/kit';
import { type AddOutcome, passphraseState, type SyncCalls, SyncView } from '../../components/sync';
import type { RemoteRow } from '../../lib/database';
import { browser, callBackground } from '../../lib/messages';
import { ACCOUNT, type RemoteId } from '../../lib/remote-kinds';
import {
  chooseAccount,
  createOpenRemote,
  judgeHeld,
  type Remote,
  replacePassphrase,
  SHORTEST_PASSPHRASE,
  setPassphrase,
  settleChoice,
  switchRemote,
  unlock,
} from '../../lib/sync';
import { nameUnnamedDevice } from '../own-page/device-name';
import { remoteParts } from '../own-page/remote-parts';
import { emptyAccount } from './empty-account';
import { passphraseOutcome } from './passphrase-outcome';
import { addPlace, askPermissionAgain, WAYS_TO_ADD } from './set-up-remotes';
import { ledger, notes } from './stores';
import type { Tell } from './tell';
import { useOffer } from './use-offer';
import { useSyncStatus } from './use-sync-status';

const open = createOpenRemote(remoteParts(notes));

export function SyncHere({ undo, tell }: { readonly undo: ComponentChildren; readonly tell: Tell }) {
  const { t } = useText();
  const { state, lookAgain } = useSyncStatus();
  /** As of the last look: a permission must be requested without waiting for the database. */
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
    const run = (remote: RemoteId | null) => {
      void callBackground('syncNow', { remote }).then(lookAgain, lookAgain);
      lookAgain();
    };
    const added = async (work: Promise<AddOutcome>) => {
      const outcome = await work;
      if (outcome.state !== 'added') return outcome;
      await settleChoice(browser.storage.local).catch(() => {});
      run(null);
      return outcome;
    };
    const turn = (remote: RemoteId, wish: boolean) =>
      remote === ACCOUNT
        ? chooseAccount(ledger, browser.storage.local, wish ? 'on' : 'off')
        : switchRemote(ledger, remote, wish);
    return {
      syncNow: run,
      cancel: (remote) => void callBackground('syncCancel', { remote }).then(lookAgain, lookAgain),
      switchRemote: (remote, wish) =>
        tell.after(
          turn(remote, wish).then(() => {
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
        const allowed = row !== undefined && (await askPermissionAgain(row));
        if (allowed) run(remote);
        return allowed;
      },
      addPlace: (kind, answers) => added(addPlace(kind, answers)),
      setPassphrase: async (passphrase, work) => {
        const outcome = await passphraseOutcome(work, async (signal, options) => {
          if (await ledger.ring()) await replacePassphrase(ledger, { to: passphrase }, options);
          else await setPassphrase(ledger, await remotesThatAreOn(), passphrase, signal, options);
        });
        setTaken(outcome.state === 'taken');
        // Also if another device was first: the remotes then learn that they are locked.
        if (outcome.state === 'done' || outcome.state === 'taken') run(null);
        return outcome;
      },
      unlock: async (passphrase, work) => {
        const outcome = await passphraseOutcome(work, async (signal, options) => {
          await unlock(ledger, await remotesThatAreOn(), passphrase, signal, options);
        });
        if (outcome.state !== 'done') return outcome;
        setTaken(false);
        run(null);
        return outcome;
      },
      nameDevice: (name) => tell.after(ledger.nameDevice(name).then(lookAgain), null),
    };
  }, [known, lookAgain, tell]);

  const offer = useOffer(known?.hasRing === true, {
    after: tell.after,
    run: on.syncNow,
  });
  return (
    <SyncView
      remotes={known?.remotes ?? (state === 'unavailable' ? state : null)}
      deviceName={known?.deviceName ?? ''}
      passphrase={passphraseState(known?.remotes ?? [], known?.hasRing === true, taken)}
      shortestPassphrase={SHORTEST_PASSPHRASE}
      waysToAdd={WAYS_TO_ADD}
      offer={offer}
      undo={undo}
      on={on}
    />
  );
}

async function remotesThatAreOn(): Promise<readonly Remote[]> {
  const [rows, ring] = await Promise.all([ledger.remotes(), ledger.ring()]);
  return rows.filter(({ on }) => on === 1).map((row) => open(row, ring));
}
