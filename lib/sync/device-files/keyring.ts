/**
 * Each device puts its wrapped keys beside the files they open, so that a new device needs only the passphrase, and a
 * reader only the `age` tool.
 */
import type { FileStore, Protection } from '../types';
import { keyringCargo, MOST_RINGS } from '../vault';
import {
  type AnyVisit,
  type FolderVisit,
  isOwn,
  nextSeq,
  ownFiles,
  readUnlessWithheld,
  removeFiles,
  settle,
  writeChecked,
} from './folder-visit';
import { hashOf, parseKnownName } from './names';

/** Copies of one content to try: some may be torn. */
const SAME_TRIED = 4;

/**
 * Called before the first file that it opens is written. Checked at each run: devices with the keys would never notice
 * that it rotted, and others would be locked out. Returns the name of the valid file; null if nothing is sealed.
 */
export async function writeKeyring<P extends Protection>(visit: FolderVisit<P>): Promise<string | null> {
  if (!visit.ring) return null;
  const cargo = keyringCargo<P>(visit.ring);
  const hash = hashOf(cargo);
  for (const file of ownKeyrings(visit, hash).slice(0, SAME_TRIED)) {
    // A withheld one is no reason to add another at each run.
    const { state } = await readUnlessWithheld(visit, file);
    if (state === 'whole' || state === 'withheld') return file.name;
  }
  const written = await writeChecked(visit, 'keyring', nextSeq(visit), cargo, []);
  await settle(visit, [], [written], []);
  return written.name;
}

/** Call once no file needs them. Spares those of another life of this profile, which would write them again. */
export async function removeOldKeyrings(visit: AnyVisit, kept: string | null): Promise<void> {
  if (kept === null) return;
  const names = ownFiles(visit, 'keyring').map(({ name }) => name);
  await removeFiles(
    visit,
    names.filter((name) => name !== kept),
  );
}

/** Room for hundreds of keys. */
const LARGEST_KEYRING_BYTES = 64 * 1024;
/** Distinct contents by name. Twice as many as are tried: some may be torn. */
const MOST_READ = 2 * MOST_RINGS;

export async function readKeyrings(
  store: Pick<FileStore<Protection>, 'list' | 'read'>,
  signal: AbortSignal,
): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = [];
  let trouble: unknown = null;
  const wanted = new Map<string, string[]>();
  for (const { name, bytes } of await store.list(signal)) {
    const file = parseKnownName(name);
    if (file?.kind !== 'keyring' || (bytes ?? 0) > LARGEST_KEYRING_BYTES) continue;
    wanted.set(file.hash, [...(wanted.get(file.hash) ?? []), name].slice(0, SAME_TRIED));
  }
  for (const [hash, names] of [...wanted].slice(0, MOST_READ)) {
    for (const name of names) {
      try {
        const wrapped = await store.read(name, signal);
        if (!wrapped || wrapped.length > LARGEST_KEYRING_BYTES || hashOf(wrapped) !== hash) continue;
        found.push(wrapped);
        break;
      } catch (error) {
        signal.throwIfAborted();
        trouble = error;
      }
    }
  }
  // One unreadable keyring does not matter if another was found.
  if (found.length === 0 && trouble) throw trouble;
  return found;
}

function ownKeyrings(visit: AnyVisit, hash: string) {
  return [...visit.there.values()].filter(
    (file) => file.kind === 'keyring' && file.hash === hash && isOwn(visit, file),
  );
}
