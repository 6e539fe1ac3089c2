/**
 * Once a place is sealed, what lies there unsealed is held back until the reader has seen whose it is: who can write there
 * needs no key for it. What was there before is another matter: see `device-files/hold-back.ts`.
 *
 *   unsealed, not known ──► held: told to the reader, not merged, not removed ──► "take in" ──► read like any other
 *                                                                             └─► "leave out" ─► removed from the place
 *
 * A verdict names the content by its whole hash. The hash in a name is short: who makes two files that share it could
 * show the one and leave the other.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { RemoteRow, VerdictRow } from '../database';
import type { DocUpdate, Documents } from '../notes';
import type { HeldFile } from './types';

/** Files that are described at a time; the next ones come when these are gone. Each is a kilobyte of a row that is stored several times a run. */
export const MOST_HELD = 30;
const GLIMPSES = 3;
const GLIMPSE_CHARACTERS = 160;
const NAME_CHARACTERS = 80;

export const fullHash = (cargo: Uint8Array): string => bytesToHex(sha256(cargo));

/** Null: the reader has not said, or of another content. */
export function verdictOn(row: Pick<RemoteRow, 'verdicts'>, name: string, cargo: Uint8Array): VerdictRow | null {
  const said = row.verdicts?.filter((verdict) => verdict.name === name) ?? [];
  if (said.length === 0) return null;
  const hash = fullHash(cargo);
  return said.findLast((verdict) => verdict.hash === hash) ?? null;
}

/** Those that the reader has said nothing of. */
export function unjudged(row: Pick<RemoteRow, 'verdicts'>, held: readonly HeldFile[]): readonly HeldFile[] {
  return held.filter(({ name, hash }) => !row.verdicts?.some((said) => said.name === name && said.hash === hash));
}

export function describeHeld(
  { glimpseOf }: Documents,
  name: string,
  cargo: Uint8Array,
  says: Pick<HeldFile, 'device' | 'deviceName' | 'at'> & { readonly docs: readonly DocUpdate[] },
): HeldFile {
  const { docs, device, deviceName, at } = says;
  const notes = docs.filter(({ doc }) => doc !== 'settings');
  const look: HeldFile['look'][number][] = [];
  for (const { doc, update } of notes.slice(0, GLIMPSES)) {
    const glimpse = glimpseOf(update, GLIMPSE_CHARACTERS);
    if (glimpse) look.push({ ...glimpse, name: (glimpse.name || doc.slice('note:'.length)).slice(0, NAME_CHARACTERS) });
  }
  const notesIn = new Set(notes.map(({ doc }) => doc)).size;
  return {
    name,
    hash: fullHash(cargo),
    device,
    deviceName: deviceName.slice(0, NAME_CHARACTERS),
    at,
    notes: notesIn,
    look,
  };
}
