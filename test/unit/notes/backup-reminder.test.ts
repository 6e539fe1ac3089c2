import { expect, it } from 'vitest';
import { createBackupReminder, type RemoteId } from '../../../lib/notes';
import { bring, createDevice, type Device } from './device';

async function write({ store, clock }: Device, from: number, to: number) {
  clock.at += 1000;
  for (let note = from; note < to; note++)
    await store.addTag({ entity: `e${note}`, name: `E ${note}`, kind: null }, 'x');
}

async function deliverAll({ ledger }: Device, remote: RemoteId, but = 0) {
  await ledger.changeRemote(remote, { joined: 1, lastSuccess: 1 });
  const waiting = await ledger.pending(remote, 1000);
  await ledger.settle(remote, waiting.slice(but), [], []);
}

it('reminds after 20 notes that exist nowhere else', async () => {
  const device = createDevice();
  const reminder = createBackupReminder(device.database, () => device.clock.at);
  await write(device, 0, 19);
  expect(await reminder.state()).toEqual({ lastBackup: null, unsaved: 19, due: false });
  await write(device, 19, 20);
  expect(await reminder.state()).toMatchObject({ unsaved: 20, due: true });
});

it('is satisfied after a backup or a complete exchange, until 20 notes have changed since', async () => {
  const device = createDevice();
  const reminder = createBackupReminder(device.database, () => device.clock.at);
  await write(device, 0, 25);
  await reminder.backedUp(await reminder.moment());
  expect(await reminder.state()).toEqual({ lastBackup: device.clock.at, unsaved: 0, due: false });
  await write(device, 30, 55);
  expect((await reminder.state()).due).toBe(true);
  await device.addRemote('webdav:1');
  expect((await reminder.state()).due).toBe(true);
  await deliverAll(device, 'webdav:1');
  expect(await reminder.state()).toMatchObject({ unsaved: 0, due: false });
  await write(device, 60, 80);
  expect((await reminder.state()).due).toBe(true);
});

it('counts notes that fit on no remote, however well the last exchange went', async () => {
  const device = createDevice();
  const reminder = createBackupReminder(device.database, () => device.clock.at);
  await device.addRemote('account');
  await device.addRemote('webdav:1');
  await write(device, 0, 50);
  await deliverAll(device, 'account', 30);
  expect(await reminder.state()).toMatchObject({ unsaved: 30, due: true });
  await deliverAll(device, 'webdav:1', 10);
  expect(await reminder.state()).toMatchObject({ unsaved: 10, due: false });
});

it('does not rely on a remote that may never have left the device', async () => {
  const device = createDevice();
  const reminder = createBackupReminder(
    device.database,
    () => device.clock.at,
    ({ id }) => id !== 'account',
  );
  await device.addRemote('account');
  await write(device, 0, 25);
  await deliverAll(device, 'account');
  expect(await reminder.state()).toMatchObject({ unsaved: 25, due: true });
});

it('depends on no clock: neither for a backup made while it was wrong, nor for what a remote has', async () => {
  const device = createDevice();
  const reminder = createBackupReminder(device.database, () => device.clock.at);
  device.clock.at += 9e10;
  await reminder.backedUp(await reminder.moment());
  device.clock.at -= 9e10;
  await write(device, 0, 25);
  expect((await reminder.state()).due).toBe(true);
  await device.addRemote('webdav:1');
  await deliverAll(device, 'webdav:1');
  // Changed by a device whose clock is years behind: it waits here all the same.
  device.clock.at = 1000;
  await write(device, 100, 125);
  expect(await reminder.state()).toMatchObject({ unsaved: 25, due: true });
});

it('counts notes that no backup holds, whatever their date', async () => {
  const device = createDevice();
  const reminder = createBackupReminder(device.database, () => device.clock.at);
  await write(device, 0, 30);
  await reminder.backedUp(await reminder.moment());
  const other = createDevice();
  other.clock.at = Date.UTC(2001, 0);
  await write(other, 100, 121);
  await bring(other, device); // old notes
  expect(await reminder.state()).toMatchObject({ unsaved: 21, due: true });
  await device.store.addTag({ entity: 'e0', name: 'E 0', kind: null }, 'y'); // within the same minute
  device.clock.at -= 9e10;
  await device.store.addTag({ entity: 'e1', name: 'E 1', kind: null }, 'y'); // by a clock that was set back
  await device.store.addTag({ entity: 'e1', name: 'E 1', kind: null }, 'z');
  expect(await reminder.state()).toMatchObject({ unsaved: 23, due: true });
  await device.store.remove('e1');
  expect((await reminder.state()).unsaved).toBe(22);
  await device.store.takeBack('e1');
  expect((await reminder.state()).unsaved).toBe(23);
  await device.addRemote('webdav:1');
  expect(await reminder.state()).toMatchObject({ unsaved: 23 });
  await deliverAll(device, 'webdav:1', 1);
  expect((await reminder.state()).unsaved).toBeLessThan(2);
});

it('counts changes written while the backup was being made', async () => {
  const device = createDevice();
  const reminder = createBackupReminder(device.database, () => device.clock.at);
  await write(device, 0, 30);
  const { at } = device.clock;
  const moment = await reminder.moment();
  await write(device, 10, 15); // nothing new
  await device.store.addTag({ entity: 'e1', name: 'E 1', kind: null }, 'y');
  await write(device, 40, 60);
  await reminder.backedUp(moment);
  expect(await reminder.state()).toEqual({ lastBackup: at, unsaved: 21, due: true });
});

it('does not count a backup by an older Backstory, which did not record the changes it holds', async () => {
  const device = createDevice();
  const reminder = createBackupReminder(device.database, () => device.clock.at);
  await write(device, 0, 30);
  await device.database.meta.put({ name: 'notes-backed-up', value: device.clock.at });
  expect(await reminder.state()).toEqual({ lastBackup: device.clock.at, unsaved: 30, due: true });
});
