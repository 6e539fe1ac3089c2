/** How a WebDAV folder is reached: what the row of such a remote keeps as its `config`. */
import * as v from 'valibot';

/** Nothing of it is ever put into a message, a detail or a log. */
export interface WebDavAccess {
  /** Of a folder that is there already, with a slash at its end: see `readWebDavAddress`. */
  readonly address: string;
  /** Folders below it, made when missing: `Backstory` or `Documents/Backstory`. */
  readonly folder: string;
  readonly user: string;
  readonly password: string;
}

export const webDavAccessSchema: v.GenericSchema<unknown, WebDavAccess> = v.object({
  address: v.pipe(v.string(), v.url()),
  folder: v.string(),
  user: v.string(),
  password: v.string(),
});
