/**
 * A WebDAV folder as a FileStore. Names include the content's hash, so there is no need for locks, ETags or conditions:
 * a half-written file is detected by its content, and writing it again repairs it.
 */

import type { WebDavAccess } from '../../remote-kinds';
import { SyncError } from '../sync-error';
import type { FileStore, Protection } from '../types';
import { hasOurShape } from './our-files';
import { folderAbove } from './webdav-address';
import { LISTING_QUESTION, readListing } from './webdav-listing';
import { createWebDavRequest, type WebDavPorts } from './webdav-request';
import { troubleOfStatus } from './webdav-status';
import { xmlText } from './xml-text';

const GONE: readonly number[] = [404, 410];

export function createWebDavStore<P extends Protection>(access: WebDavAccess, ports: WebDavPorts = {}): FileStore<P> {
  const request = createWebDavRequest(access, ports);
  const folder = folderOf(access);

  /**
   * Creates the folder, and its parents only if the server reports them missing: touching them may be forbidden.
   * Returns a refusal, if any: while another device creates the folder, Apache refuses and rclone says it is locked. So
   * what counts is whether it exists afterwards.
   */
  async function makeFolder(url: string, signal: AbortSignal): Promise<SyncError | null> {
    const make = () => request({ method: 'MKCOL', url, signal, expected: [403, 405, 409, 423] });
    let { status } = await make();
    if (status === 423) ({ status } = await make());
    if (status === 409) {
      const above = folderAbove(url);
      if (above === null) throw new SyncError('conflict', 'MKCOL: 409');
      const refusal = await makeFolder(above, signal);
      ({ status } = await make());
      if (status === 409 && refusal) throw refusal;
    }
    if (status === 409) throw new SyncError('conflict', 'MKCOL: 409');
    return status === 403 || status === 423 ? new SyncError(troubleOfStatus(status), `MKCOL: ${status}`) : null;
  }

  return {
    async list(signal) {
      const ask = (expected: readonly number[]) =>
        request({
          method: 'PROPFIND',
          url: folder,
          headers: { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' },
          body: LISTING_QUESTION,
          signal,
          expected,
        });
      let answer = await ask(GONE);
      if (GONE.includes(answer.status)) {
        const refusal = await makeFolder(folder, signal);
        answer = await ask(refusal ? GONE : []);
        if (refusal && GONE.includes(answer.status)) throw refusal;
      }
      if (answer.status !== 207)
        throw new SyncError('server', `PROPFIND: ${answer.status}, this is not a WebDAV folder`);
      const files = await readListing(xmlText(answer.bytes, answer.type));
      return files.filter(({ name }) => hasOurShape(name));
    },
    async read(name, signal) {
      const { status, type, bytes } = await request({ method: 'GET', url: folder + name, signal, expected: GONE });
      if (GONE.includes(status)) return null;
      // A login page of the network or server instead of a file.
      if (type.startsWith('text/html')) throw new SyncError('server', 'GET: a web page instead of a file');
      return bytes;
    },
    async write(name, cargo, signal) {
      const headers = { 'Content-Type': 'application/octet-stream' };
      const put = (expected: readonly number[]) =>
        request({ method: 'PUT', url: folder + name, headers, body: cargo, signal, expected });
      const { status } = await put([404, 409]);
      if (status < 400) return;
      // The folder vanished since it was listed.
      const refusal = await makeFolder(folder, signal);
      const again = await put(refusal ? [404, 409] : []);
      if (refusal && again.status >= 400) throw refusal;
    },
    async remove(name, signal) {
      await request({ method: 'DELETE', url: folder + name, signal, expected: GONE });
    },
  };
}

function folderOf({ address, folder }: WebDavAccess): string {
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return address + parts.map((part) => `${encodeURIComponent(part)}/`).join('');
}
