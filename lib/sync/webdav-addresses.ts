import * as v from 'valibot';
import type { RemoteRow } from '../database';
import { webDavAccessSchema } from './remotes/webdav-access';

/** Where the WebDAV folders among these remotes lie. */
export const webdavAddresses = (rows: readonly Pick<RemoteRow, 'id' | 'config'>[]): string[] =>
  rows.flatMap(({ id, config }) => {
    const read = v.safeParse(webDavAccessSchema, config);
    return id.startsWith('webdav:') && read.success && URL.canParse(read.output.address) ? [read.output.address] : [];
  });
