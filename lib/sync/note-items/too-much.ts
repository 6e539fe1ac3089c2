/**
 * How much of the account notes may use, and what to do when there is more: two browsers that each had room may
 * together exceed the quota. The account then takes no change from any browser until something is removed.
 */
import type { DocId } from '../../database';
import { ACCOUNT_BYTES, ACCOUNT_ITEMS, type Items, type Room, readAccount, roomOf } from './layout';

/** Kept free of notes, for the ring files and reports of future devices. */
const RESERVED: Room = { bytes: 4096, items: 12 };
export const NOTES_ROOM: Room = { bytes: ACCOUNT_BYTES - RESERVED.bytes, items: ACCOUNT_ITEMS - RESERVED.items };

/**
 * Largest notes first, so that as few as possible are dropped, and the same ones on every device.
 * @param all the intended content
 * @param homes documents of this device and their keys
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
