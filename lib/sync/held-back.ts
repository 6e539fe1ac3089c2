/**
 * Once a remote is sealed, anything unsealed there is held back until the reader has seen whose it is: anyone with
 * write access can add it without a key. For what was there before, see `device-files/hold-back.ts`.
 *
 *   unsealed, not known ──► held: shown to the reader, not merged, not removed ──► "take in" ──► read like any other
 *                                                                              └─► "leave out" ─► removed from the remote
 *
 * A verdict names the content by its full hash. The one in a file name is short enough to forge: an attacker could show
 * one file and swap in another.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { RemoteRow, VerdictRow } from '../database';
import type { DocUpdate, Documents } from '../notes';
import type { HeldFile } from './types';

/** Files described at a time. Each is a kilobyte in a row that is stored several times a run. */
export const MOST_HELD = 30;
const GLIMPSES = 3;
const GLIMPSE_CHARACTERS = 160;
const NAME_CHARACTERS = 80;

export const fullHash = (cargo: Uint8Array): string => bytesToHex(sha256(cargo));

/** Null: the reader has not decided, or decided on other content. */
export function verdictOn(row: Pick<RemoteRow, 'verdicts'>, name: string, cargo: Uint8Array): VerdictRow | null {
  const said = row.verdicts?.filter((verdict) => verdict.name === name) ?? [];
  if (said.length === 0) return null;
  const hash = fullHash(cargo);
  return said.findLast((verdict) => verdict.hash === hash) ?? null;
}

/** Held files on which the reader has not decided. */
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
