/**
 * The laws of the browser account that hold when nothing goes wrong any more and all is quiet:
 *  3. No trouble, and nothing pending but what is named as left behind; that does not fit indeed.
 *  4. All devices hold the same, by digest and by text, and know so of one another; but for what is left behind.
 *  5. The law of a note (`hand.ts`) on each device; of a note that is left behind, on all devices together.
 *  6. Once there is a passphrase, nothing plain lies in the cloud.
 */
import type { DocId } from '../../lib/database';
import { readMemory } from '../../lib/sync';
import { keyOfDoc, readAccount, roomOf } from '../../lib/sync/note-items/layout';
import { NOTES_ROOM } from '../../lib/sync/note-items/too-much';
import { isSealed, keyId } from '../../lib/sync/vault';
import { textsOf } from './account-evidence';
import { mergeAll } from './evidence';
import type { Hand } from './hand';
import type { AccountPlace, SharedAccount } from './shared-account';
import type { Device } from './simulated-device';
import { SUBJECTS } from './world';

export interface AccountEnd {
  readonly devices: readonly Device[];
  readonly placeOf: (device: Device) => AccountPlace;
  readonly account: SharedAccount;
  readonly hand: Hand;
  readonly broken: (what: string) => never;
  /** Everything fits. */
  readonly all: boolean;
}

/** True: something did not fit. */
export async function checkAccountEnd(end: AccountEnd): Promise<boolean> {
  const { devices, placeOf, account, hand, broken } = end;
  const behind = new Set<string>();
  for (const device of devices) for (const doc of await leftBehind(device)) behind.add(doc);
  if (end.all && behind.size > 0) broken(`${[...behind]} fit and were left behind`);

  const digests = new Map<Device, string>();
  const ids = new Map<Device, string>();
  for (const device of devices) {
    digests.set(device, (await device.ledger.digest()).digest);
    ids.set(device, (await device.ledger.device()).device);
  }
  const first = devices[0] as Device;
  for (const device of devices) {
    if (behind.size === 0 && digests.get(device) !== digests.get(first)) broken(`${device.name} holds something else`);
    await checkReports(device);
    for (const { entity } of SUBJECTS) if (!behind.has(`note:${entity}`)) await hand.checkNote(device, entity);
  }
  await checkTogether();
  await checkCloud();
  return behind.size > 0;

  /** Names what does not fit, and nothing else waits. */
  async function leftBehind(device: Device): Promise<string[]> {
    const [row] = await device.ledger.remotes();
    if (!row) return broken(`${device.name} has no account`);
    if (row.trouble) broken(`${device.name} has trouble: ${row.trouble.code}`);
    const named = readMemory(row).leftBehind;
    const pending = (await device.ledger.pending(row.id, 1000)).map(({ doc }) => doc as string);
    const docs = named.map(({ doc }) => doc);
    if (pending.toSorted().join() !== docs.toSorted().join())
      broken(`${device.name} still has ${pending}, and names ${docs} as left behind`);
    const all = textsOf(placeOf(device).items);
    const used = roomOf(all);
    const secret = keyId(await device.ledger.ring());
    for (const { doc, bytes } of named) {
      const names = readAccount(all).lying.get(keyOfDoc(doc as DocId, secret))?.names ?? [];
      const under = roomOf(Object.fromEntries(names.map((name) => [name, all[name] ?? ''])));
      const fits = used.bytes - under.bytes + bytes <= NOTES_ROOM.bytes;
      // A value of many parts may want for items; four notes never do.
      if (fits) broken(`${device.name} left ${doc} behind, which fits`);
    }
    return docs;
  }

  async function checkReports(device: Device): Promise<void> {
    const [row] = await device.ledger.remotes();
    const reports = new Map((row ? readMemory(row).devices : []).map((report) => [report.device, report.digest]));
    for (const [other, id] of ids) {
      if (id === ids.get(device)) continue;
      const told = reports.get(id);
      if (told === undefined) broken(`${device.name} does not know ${other.name}`);
      // Of two twins, which tell of themselves under one name, either.
      const twins = devices.filter((each) => ids.get(each) === id);
      if (!twins.some((twin) => digests.get(twin) === told))
        broken(`${device.name} thinks that ${other.name} holds something else`);
    }
  }

  /** What was left behind on one device is on another. */
  async function checkTogether(): Promise<void> {
    const all = mergeAll((await Promise.all(devices.map((device) => device.store.allDocs()))).flat());
    for (const [char, entity] of hand.stored)
      if (!all.get(`note:${entity}`)?.characters.has(char)) broken(`${char} of ${entity} is lost on all devices`);
  }

  async function checkCloud(): Promise<void> {
    const { lying, strays } = readAccount(textsOf(account.live()));
    if (strays.length > 0) broken(`parts are left over: ${strays}`);
    const sealed = (await Promise.all(devices.map((device) => device.ledger.ring()))).some((ring) => ring !== null);
    const keys = await keysOfHeld();
    for (const value of lying.values()) {
      // Parts of a note that no device holds may be on their way for ever: who took them away might lose it. Those of a
      // note that does not fit are written over when it does.
      if (value.state === 'incomplete' && !keys.has(value.key)) continue;
      if (value.state !== 'whole') broken(`${value.key} is ${value.state}`);
      else if (sealed && !isSealed(value.cargo)) broken(`${value.key} lies open in the cloud`);
    }
  }

  /** Under which keys all that some device holds, and that fits, may lie or have lain. */
  async function keysOfHeld(): Promise<Set<string>> {
    const keys = new Set<string>();
    for (const { ledger } of devices) {
      const ring = await ledger.ring();
      const secrets = [keyId(null), ...(ring?.identities ?? []).map((current) => keyId(ring && { ...ring, current }))];
      for (const doc of await ledger.docIds())
        if (!behind.has(doc)) for (const secret of secrets) keys.add(keyOfDoc(doc, secret));
    }
    return keys;
  }
}
