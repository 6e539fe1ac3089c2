/**
 * How much of the account is for notes, and what to do where more lies there than may: two browsers, each of which had
 * room, bring together what has no room together. No browser asks then, but none takes any change any more before
 * something is taken away.
 */
import type { DocId } from '../../database';
import { ACCOUNT_BYTES, ACCOUNT_ITEMS, type Items, type Room, readAccount, roomOf } from './layout';

/** Kept free of notes, for the ring files and reports of devices to come. */
const RESERVED: Room = { bytes: 4096, items: 12 };
export const NOTES_ROOM: Room = { bytes: ACCOUNT_BYTES - RESERVED.bytes, items: ACCOUNT_ITEMS - RESERVED.items };

/**
 * The largest notes first, so that as few as possible stay behind, and the same ones on every device.
 * @param all what is to lie there
 * @param homes documents that this device holds, and where they lie
 */
export function chooseToTakeAway(
  all: Items,
  homes: ReadonlyMap<DocId, ReadonlySet<string>>,
): readonly { readonly doc: DocId; readonly names: readonly string[] }[] {
  const used = roomOf(all);
  if (used.bytes <= ACCOUNT_BYTES && used.items <= ACCOUNT_ITEMS) return [];
  const { lying } = readAccount(all);
  const values = [...homes].flatMap(([doc, keys]) =>
    [...keys].flatMap((key) => {
      const names = lying.get(key)?.names ?? [];
      const room = roomOf(Object.fromEntries(names.map((name) => [name, all[name] ?? ''])));
      return names.length > 0 ? [{ doc, key, names, room }] : [];
    }),
  );
  let { bytes, items } = used;
  return values
    .toSorted((a, b) => b.room.bytes - a.room.bytes || (a.key < b.key ? -1 : 1))
    .filter(({ room }) => {
      if (bytes <= NOTES_ROOM.bytes && items <= NOTES_ROOM.items) return false;
      bytes -= room.bytes;
      items -= room.items;
      return true;
    });
}
