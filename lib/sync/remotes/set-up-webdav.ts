/** Adds a WebDAV folder: asks the reader for the login, the browser for access, the server for the folder. */
import { type WebDavAccess, whereIs } from '../../remote-kinds';
import { askWhere } from './ask-where';
import { findWebDav } from './find-webdav';
import type { NotSetUp, SetUp, SetUpPorts } from './set-up';
import { readWebDavAddress } from './webdav-address';

/** Our subfolder in any other folder, so that our files do not mix with others. */
const FOLDER = 'Backstory';
/** ms; the reader is waiting. */
const LONGEST_TRY_MS = 30_000;

export const setUpWebdav = {
  label: 'sync_add_webdav',
  help: null,
  noHelp: null,
  form: {
    fields: [
      { name: 'address', is: 'address', label: 'sync_webdav_address', help: 'sync_webdav_address_help' },
      { name: 'user', is: 'name', label: 'sync_webdav_user', help: null },
      { name: 'password', is: 'secret', label: 'sync_webdav_password', help: 'sync_webdav_password_help' },
    ],
    submit: 'sync_webdav_add',
    help: 'sync_webdav_permission',
  },
  isPossible: () => true,
  ask,
  // A cloud's plain address means a different folder for each user.
  isSame: (one, other) => where(one) === where(other) && one.user === other.user,
  allowAgain: ({ address }, { allow }) => allow([address]),
} as const satisfies SetUp<WebDavAccess>;

const where = (config: WebDavAccess): string => whereIs({ id: 'webdav:here', config });

async function ask(
  { address = '', user = '', password = '' }: Readonly<Record<string, string>>,
  { allow }: SetUpPorts,
): Promise<WebDavAccess | NotSetUp> {
  const read = readWebDavAddress(address);
  if (!read.ok) return 'bad-address';
  if (!(await allow([read.address]))) return 'not-allowed';
  const login = { address: read.address, user: user || (read.user ?? ''), password: password || (read.password ?? '') };
  const found = await findWebDav(login, AbortSignal.timeout(LONGEST_TRY_MS), { askWhere });
  const folder = new RegExp(`/${FOLDER}/$`, 'i').test(found) ? '' : FOLDER;
  return { ...login, address: found, folder };
}
