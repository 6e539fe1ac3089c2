/** Finds the WebDAV folder for what the reader entered: its own address, or that of a Nextcloud or ownCloud server. */
import { SyncError } from '../sync-error';
import { folderAbove, likelyFolders } from './webdav-address';
import { LISTING_QUESTION } from './webdav-listing';
import { createWebDavRequest, type WebDavPorts } from './webdav-request';

export interface WebDavLogin {
  /** As returned by `readWebDavAddress`. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

/** Resolves with the address to keep. Writes nothing. If none is WebDAV, throws the error of the given address. */
export async function findWebDav(login: WebDavLogin, signal: AbortSignal, ports: WebDavPorts = {}): Promise<string> {
  const request = createWebDavRequest(login, ports);
  let first: SyncError | null = null;
  for (const address of likelyFolders(login.address, login.user)) {
    const trouble = await troubleAt(address);
    if (trouble === null) return address;
    // Other addresses of this server would do no better, and wrong passwords are counted.
    if (trouble.code !== 'not-found' && trouble.code !== 'server' && trouble.code !== 'forbidden') throw trouble;
    first ??= trouble;
  }
  if (first?.code === 'not-found' && (await canBeMade())) return login.address;
  if (first?.code === 'server') return await movedTo(login.address, first);
  throw first ?? new SyncError('not-found');

  async function troubleAt(address: string): Promise<SyncError | null> {
    try {
      await lookAt(address, false);
      return null;
    } catch (error) {
      if (error instanceof SyncError) return error;
      throw error;
    }
  }

  /** Tried last: a cloud redirects its root to a web page, and keeps its folders elsewhere. */
  async function movedTo(address: string, otherwise: SyncError): Promise<string> {
    try {
      const { origin, pathname } = new URL(await lookAt(address, true));
      return `${origin}${pathname.replace(/\/*$/, '/')}`;
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof SyncError && error.code === 'credentials' ? error : otherwise;
    }
  }

  /** Resolves with the address that answered as a WebDAV folder. */
  async function lookAt(address: string, follow: boolean): Promise<string> {
    const headers = { Depth: '0', 'Content-Type': 'application/xml; charset=utf-8' };
    const question = { method: 'PROPFIND', url: address, headers, body: LISTING_QUESTION, signal, follow } as const;
    const { status, url } = await request(question);
    if (status !== 207) throw new SyncError('server', `PROPFIND: ${status}, this is not a WebDAV folder`);
    return url;
  }

  /** The folder does not exist yet, but one above it does. */
  async function canBeMade(): Promise<boolean> {
    for (let above = folderAbove(login.address); above !== null; above = folderAbove(above)) {
      const trouble = await troubleAt(above);
      if (trouble === null) return true;
      if (trouble.code !== 'not-found') return false;
    }
    return false;
  }
}
