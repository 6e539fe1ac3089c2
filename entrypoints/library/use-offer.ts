/** The question where notes may go, as long as it is open, and the result of each answer. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { OfferProps } from '../../components/sync';
import { browser } from '../../lib/messages';
import { ACCOUNT } from '../../lib/remote-kinds';
import {
  chooseAccount,
  createBrowserAccount,
  createOpenRemote,
  type InAccount,
  lookIntoAccount,
  SHORTEST_PASSPHRASE,
  setPassphrase,
  unlock,
} from '../../lib/sync';
import { remoteParts } from '../own-page/remote-parts';
import { type PassphraseOptions, passphraseOutcome } from './passphrase-outcome';
import { ledger, notes } from './stores';
import { keepHere, useUndecided } from './use-undecided';

/** ms; the account is a table on this device. */
const LONGEST_LOOK_MS = 10_000;

interface OfferParts {
  readonly after: (work: Promise<unknown>, done: null) => void;
  readonly run: (remote: typeof ACCOUNT) => void;
}

/** Null: nothing to ask. */
export function useOffer(hasRing: boolean, { after, run }: OfferParts): OfferProps | null {
  const undecided = useUndecided();
  const [inAccount, setInAccount] = useState<InAccount | null>(null);

  const look = useCallback(async () => {
    const found = await lookIntoAccount(
      createBrowserAccount(browser.storage.sync),
      AbortSignal.timeout(LONGEST_LOOK_MS),
    );
    setInAccount(found);
  }, []);
  useEffect(() => {
    if (!undecided) return;
    const lookAgain = () => void look().catch(() => {});
    lookAgain();
    browser.storage.sync.onChanged.addListener(lookAgain);
    return () => browser.storage.sync.onChanged.removeListener(lookAgain);
  }, [undecided, look]);

  const on = useMemo<OfferProps['on']>(
    () => ({
      useAccount: async (passphrase, work) => {
        const outcome = await passphraseOutcome(work, async (signal, options) => {
          // The key first: nothing may be sent before it exists.
          if (passphrase !== null) await takePassphrase(passphrase, inAccount === 'sealed', signal, options);
          await chooseAccount(ledger, browser.storage.local, 'on');
        });
        if (outcome.state === 'done') run(ACCOUNT);
        else await look().catch(() => {});
        return outcome;
      },
      keepHere: () => after(keepHere(), null),
    }),
    [inAccount, after, run, look],
  );
  return undecided ? { inAccount, hasRing, shortestPassphrase: SHORTEST_PASSPHRASE, on } : null;
}

async function takePassphrase(
  passphrase: string,
  isThere: boolean,
  signal: AbortSignal,
  options: PassphraseOptions,
): Promise<void> {
  const row = (await ledger.remotes()).find(({ id }) => id === ACCOUNT);
  const remotes = row ? [createOpenRemote(remoteParts(notes))(row, null)] : [];
  await (isThere ? unlock : setPassphrase)(ledger, remotes, passphrase, signal, options);
}
