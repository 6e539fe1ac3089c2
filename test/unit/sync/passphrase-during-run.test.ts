/** A passphrase that is set during a run: from that moment on nothing is written unsealed. */

import { expect, it } from 'vitest';
import { DOCUMENTS } from '../../../lib/notes';
import { deviceFiles, setPassphrase } from '../../../lib/sync';
import { runRemote } from '../../../lib/sync/run-remote';
import { isSealed, vaultOf } from '../../../lib/sync/vault';
import { createRandom } from '../../sync/random';
import { createSharedFolder } from '../../sync/shared-folder';
import { createDevice } from '../notes/device';
import { noise } from './account-device';

it('restarts the run with the new key', async () => {
  const device = createDevice();
  const { ledger } = device;
  await device.addRemote('folder:1');
  for (let note = 0; note < 4; note++)
    await device.type({ entity: `n${note}`, name: `N ${note}`, kind: null }, noise(600_000, note + 1));
  const folder = createSharedFolder();
  const signal = new AbortController().signal;
  const inner = folder.store(createRandom(1), () => 0);
  const plainAfter: string[] = [];
  let set = false;
  const store: typeof inner = {
    ...inner,
    async write(name, cargo, until) {
      if (set && !isSealed(cargo)) plainAfter.push(name);
      await inner.write(name, cargo, until);
      if (set) return;
      set = true;
      await setPassphrase(ledger, [], 'a long passphrase', signal, { workFactor: 2 });
    },
  };
  const trouble = await runRemote('folder:1', {
    ledger,
    documents: DOCUMENTS,
    open: (_, ring) => deviceFiles(store, vaultOf(ring) as never),
    now: () => device.clock.at,
    online: () => true,
    step: () => {},
    signal,
  });
  expect(trouble).toBeNull();
  expect(set).toBe(true);
  expect(plainAfter).toEqual([]);
  expect([...folder.files.values()].every(isSealed)).toBe(true);
  expect(await ledger.backlog('folder:1')).toMatchObject({ count: 0 });
});
