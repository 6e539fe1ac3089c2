/**
 * Whether the browser's own account may carry notes: off until the reader has chosen. It needs no setup, so nothing
 * else would ask. The choice is also stored outside the database: if the browser clears the database, that must neither
 * undo a "no" nor keep the account from restoring the notes.
 *
 *   open ──(any remote is chosen, or none)──► on │ off        never open again
 */
import type { SyncLedger } from '../notes';
import { ACCOUNT } from '../remote-kinds';
import { addRemote, rowOf, switchRemote } from './remote-rows';

export type AccountChoice = 'open' | 'on' | 'off';

export interface WishArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const ACCOUNT_OFF = 'account-off';

/**
 * Makes sure the account has a row, so that it can be shown and switched. A device that decided before the question
 * existed keeps its setting.
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

/** Stores the reader's choice. It takes effect at the background's next look. */
export async function chooseAccount(ledger: SyncLedger, area: WishArea, choice: 'on' | 'off'): Promise<void> {
  // A "no" is stored first, a "yes" last: if interrupted, we ask again and nothing leaves meanwhile.
  if (choice === 'off') await note(area, choice);
  if (await rowOf(ledger, ACCOUNT)) await switchRemote(ledger, ACCOUNT, choice === 'on');
  else await addRemote(ledger, ACCOUNT, null, choice === 'on' ? 1 : 0);
  if (choice === 'on') await note(area, choice);
}

/** The reader has chosen another remote and is not asked about this one again. */
export async function settleChoice(area: WishArea): Promise<void> {
  if ((await readChoice(area)) === 'open') await note(area, 'off');
}

export const isChoiceOpen = async (area: Pick<WishArea, 'get'>): Promise<boolean> =>
  (await readChoice(area)) === 'open';

/** Are there notes but no remote that is on? */
export async function areNotesHereAlone(
  ledger: Pick<SyncLedger, 'remotes'>,
  countNotes: () => Promise<number>,
): Promise<boolean> {
  // Always query both, so that a live query watches both tables.
  const [rows, count] = await Promise.all([ledger.remotes(), countNotes()]);
  return count > 0 && rows.every(({ on }) => on === 0);
}

async function readChoice(area: Pick<WishArea, 'get'>): Promise<AccountChoice> {
  const off = (await area.get(ACCOUNT_OFF))[ACCOUNT_OFF];
  return off === true ? 'off' : off === false ? 'on' : 'open';
}

const note = (area: WishArea, choice: 'on' | 'off') => area.set({ [ACCOUNT_OFF]: choice === 'off' });
