/**
 * Adds remotes and asks the browser for what they need. Each of these is called in the very turn of a press: browsers
 * let nobody ask later, so the question comes before anything is awaited.
 */
import type { AddOutcome, WebdavAccount } from '../../components/sync';
import type { RemoteRow } from '../../lib/database';
import { browser } from '../../lib/messages';
import type { RemoteId } from '../../lib/notes';
import { addOrMend, askWhere, findWebDav, readWebDavAddress, SyncError, type WebDavAccess } from '../../lib/sync';
import { grantFor } from '../own-page/grant-for';
import { placeOf } from './place-of';
import { ledger } from './stores';

/** In no browser's types yet, and in Chromium alone. */
interface FolderPicker {
  showDirectoryPicker?(options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}
interface AskableHandle {
  /** Rejects where the browser does not even ask, e.g. of a folder that is gone. */
  requestPermission?(mode: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

/** Below any other folder ours has this name, so that its files lie beside nobody else's. */
const FOLDER = 'Backstory';
/** ms; a reader waits in front of it. */
const LONGEST_TRY_MS = 30_000;

export const canOpenFolders = 'showDirectoryPicker' in globalThis;

export async function addWebdav(account: WebdavAccount): Promise<AddOutcome> {
  const read = readWebDavAddress(account.address);
  if (!read.ok) return { state: 'bad-address' };
  const allowed = await browser.permissions.request({ origins: [grantFor(read.address)] }).catch(() => false);
  if (!allowed) return { state: 'not-allowed' };
  const user = account.user || (read.user ?? '');
  const password = account.password || (read.password ?? '');
  try {
    const login = { address: read.address, user, password };
    const address = await findWebDav(login, AbortSignal.timeout(LONGEST_TRY_MS), { askWhere });
    const folder = new RegExp(`/${FOLDER}/$`, 'i').test(address) ? '' : FOLDER;
    const config: WebDavAccess = { address, folder, user, password };
    // The plain address of a cloud is another folder for each user.
    const isSame = (row: RemoteRow) =>
      placeOf(row) === placeOf({ ...row, config }) && (row.config as WebDavAccess).user === user;
    await addOrMend(ledger, `webdav:${crypto.randomUUID()}`, config, isSame);
    return { state: 'added' };
  } catch (thrown) {
    return thrown instanceof SyncError
      ? { state: 'trouble', code: thrown.code, detail: thrown.detail }
      : failed(thrown);
  }
}

export async function addFolder(): Promise<AddOutcome> {
  try {
    const handle = await (globalThis as FolderPicker).showDirectoryPicker?.({ id: 'backstory', mode: 'readwrite' });
    if (!handle) return { state: 'not-allowed' };
    const isSame = ({ config }: RemoteRow) =>
      handle.isSameEntry((config as { readonly handle: FileSystemDirectoryHandle }).handle);
    await addOrMend(ledger, `folder:${crypto.randomUUID()}`, { handle }, isSame);
    return { state: 'added' };
  } catch (thrown) {
    // What the browser throws when the reader closes the picker.
    return thrown instanceof DOMException && thrown.name === 'AbortError' ? { state: 'not-allowed' } : failed(thrown);
  }
}

/** False: the reader, or the browser, said no. */
export async function allowAgain({ id, config }: RemoteRow): Promise<boolean> {
  if (isKind(id, 'folder')) {
    const { handle } = config as { readonly handle: AskableHandle };
    return (await handle.requestPermission?.({ mode: 'readwrite' }).catch(() => null)) === 'granted';
  }
  if (!isKind(id, 'webdav')) return true;
  return browser.permissions.request({ origins: [grantFor((config as WebDavAccess).address)] }).catch(() => false);
}

const isKind = (id: RemoteId, kind: string): boolean => id.startsWith(`${kind}:`);

const failed = (thrown: unknown): AddOutcome => ({
  state: 'failed',
  detail: thrown instanceof Error ? thrown.message : String(thrown),
});
