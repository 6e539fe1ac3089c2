import { expect, it } from 'vitest';
import { addOrMend, switchRemote } from '../../../lib/sync';
import { createDevice } from '../notes/device';

const isSame = (place: string) => (row: { readonly config: unknown }) => row.config === place;

it('adds two folders as two remotes, and the same folder once', async () => {
  const { ledger } = createDevice();
  await addOrMend(ledger, 'folder:a', 'stick', isSame('stick'));
  await addOrMend(ledger, 'folder:b', 'cloud', isSame('cloud'));
  await addOrMend(ledger, 'folder:c', 'stick', isSame('stick'));
  expect((await ledger.remotes()).map(({ id, config }) => [id, config])).toEqual([
    ['folder:a', 'stick'],
    ['folder:b', 'cloud'],
  ]);
});

it('switches a remote on again that was off when it is added again', async () => {
  const { ledger } = createDevice();
  await addOrMend(ledger, 'webdav:a', 'cloud', isSame('cloud'));
  await switchRemote(ledger, 'webdav:a', false);
  await addOrMend(ledger, 'webdav:b', 'cloud', isSame('cloud'));
  expect((await ledger.remotes()).map(({ id, on }) => [id, on])).toEqual([['webdav:a', 1]]);
});
