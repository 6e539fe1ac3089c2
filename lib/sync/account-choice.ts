/**
 * Whether the browser's own account may carry notes: the reader's to say, and off until it was said. It needs no set-up,
 * so nothing else would ask. Noted beside the database as well: a browser that empties the one must neither undo a no nor
 * keep the account from bringing the notes back.
 *
 *   open ──(any place is chosen, or none)──► on │ off        never open again
 */
import type { SyncLedger } from '../notes';
import { ACCOUNT } from '../remote-kinds';
import { addRemote, rowOf, switchRemote } from './remote-rows';

export type AccountChoice = 'open' | 'on' | 'off';

/** The part of `storage.local` that is used. */
export interface WishArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const ACCOUNT_OFF = 'account-off';

/**
 * Sees to it that the account has its row, so that it can be shown and switched. A device that had it on when nobody was
 * asked yet keeps it on; one that had switched it off keeps it off.
 */
export async function ensureAccount(ledger: SyncLedger, area: WishArea): Promise<void> {
  const choice = await readChoice(area);
  const row = await rowOf(ledger, ACCOUNT);
  if (!row) return await addRemote(ledger, ACCOUNT, null, choice === 'on' ? 1 : 0);
  if (row.on === 1) {
    if (choice !== 'on') await note(area, 'on');
    return;
  }
  const wasUsed = row.joined === 1 || row.lastSuccess !== null;
  if (choice === 'on' || (choice === 'open' && wasUsed)) await note(area, 'off');
}

/** What the reader has said. It holds from the next look of the background on. */
export async function chooseAccount(ledger: SyncLedger, area: WishArea, choice: 'on' | 'off'): Promise<void> {
  // A no is noted first, a yes last: who is interrupted is asked again, and nothing goes out meanwhile.
  if (choice === 'off') await note(area, choice);
  if (await rowOf(ledger, ACCOUNT)) await switchRemote(ledger, ACCOUNT, choice === 'on');
  else await addRemote(ledger, ACCOUNT, null, choice === 'on' ? 1 : 0);
  if (choice === 'on') await note(area, choice);
}

/** The reader has chosen another place, and is not asked about this one any more. */
export async function settleChoice(area: WishArea): Promise<void> {
  if ((await readChoice(area)) === 'open') await note(area, 'off');
}

/** Has the reader not said anything yet? */
export const isChoiceOpen = async (area: Pick<WishArea, 'get'>): Promise<boolean> =>
  (await readChoice(area)) === 'open';

/** Are there notes, and no place that they go to? */
export async function areNotesHereAlone(
  ledger: Pick<SyncLedger, 'remotes'>,
  countNotes: () => Promise<number>,
): Promise<boolean> {
  // Both of them always, so that who watches the database hears of each.
  const [rows, count] = await Promise.all([ledger.remotes(), countNotes()]);
  return count > 0 && rows.every(({ on }) => on === 0);
}

async function readChoice(area: Pick<WishArea, 'get'>): Promise<AccountChoice> {
  const off = (await area.get(ACCOUNT_OFF))[ACCOUNT_OFF];
  return off === true ? 'off' : off === false ? 'on' : 'open';
}

const note = (area: WishArea, choice: 'on' | 'off') => area.set({ [ACCOUNT_OFF]: choice === 'off' });
