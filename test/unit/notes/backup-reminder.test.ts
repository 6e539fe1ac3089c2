import { expect, it } from 'vitest';
import { createBackupReminder } from '../../../lib/notes';
import { createDevice, type Device } from './device';

async function write({ store, clock }: Device, from: number, to: number) {
  clock.at += 1000;
  for (let note = from; note < to; note++)
    await store.addTag({ entity: `e${note}`, name: `E ${note}`, kind: null }, 'x');
}

it('reminds after 20 notes that are nowhere else', async () => {
  const device = createDevice();
  const reminder = createBackupReminder(device.database, () => device.clock.at);
  await write(device, 0, 19);
  expect(await reminder.state()).toEqual({ lastBackup: null, unsaved: 19, due: false });
  await write(device, 19, 20);
  expect(await reminder.state()).toMatchObject({ unsaved: 20, due: true });
});

it('is content after a backup or a full exchange, until 20 notes have changed since', async () => {
  const device = createDevice();
  const reminder = createBackupReminder(device.database, () => device.clock.at);
  await write(device, 0, 25);
  await reminder.backedUp();
  expect(await reminder.state()).toEqual({ lastBackup: device.clock.at, unsaved: 0, due: false });
  await write(device, 30, 55);
  expect((await reminder.state()).due).toBe(true);
  await device.addRemote('webdav:1');
  expect((await reminder.state()).due).toBe(true);
  await device.ledger.changeRemote('webdav:1', { lastSuccess: device.clock.at });
  expect(await reminder.state()).toMatchObject({ unsaved: 0, due: false });
  await write(device, 60, 80);
  expect((await reminder.state()).due).toBe(true);
});
