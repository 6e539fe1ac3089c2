/** Where a remote is, as the reader knows it: host and path, or the folder's name. */
import * as v from 'valibot';
import type { RemoteRow } from '../../lib/database';

const webdav = v.object({ address: v.pipe(v.string(), v.url()), folder: v.string() });
const folder = v.object({ handle: v.object({ name: v.string() }) });

export function placeOf({ id, config }: Pick<RemoteRow, 'id' | 'config'>): string {
  if (id === 'account') return '';
  if (v.is(webdav, config)) {
    const { host, pathname } = new URL(config.address);
    return decoded(`${host}${pathname}${config.folder}`.replace(/\/$/, ''));
  }
  return v.is(folder, config) ? config.handle.name : id;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
