import { expect, it, vi } from 'vitest';

vi.mock('../../../entrypoints/library/stores', () => ({ ledger: {} }));

import { askPermissionAgain } from '../../../entrypoints/library/set-up-remotes';
import type { RemoteRow } from '../../../lib/database';

const folder = (requestPermission?: () => Promise<string>): RemoteRow => ({
  id: 'folder:1',
  config: { handle: { kind: 'directory', requestPermission } },
  on: 1,
  joined: 1,
  lastSuccess: null,
  trouble: null,
  memory: null,
});

it('counts as refused, not as an error, when the browser refuses to ask for a folder', async () => {
  expect(await askPermissionAgain(folder(async () => 'granted'))).toBe(true);
  expect(await askPermissionAgain(folder(async () => 'denied'))).toBe(false);
  expect(await askPermissionAgain(folder(() => Promise.reject(new DOMException('gone', 'NotFoundError'))))).toBe(false);
  expect(await askPermissionAgain(folder())).toBe(false);
});
