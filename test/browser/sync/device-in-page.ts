/**
 * Runs in a page of the built extension, beside its own scripts: it writes notes as the library does, into the same
 * database, and asks the real background for runs.
 */
import { createDatabase } from '../../../lib/database';
import type { EntityKey } from '../../../lib/facts';
import { browser, callBackground } from '../../../lib/messages';
import { createEditorDocument, createNoteStore, createSyncLedger } from '../../../lib/notes';
import type { WebDavAccess } from '../../../lib/remote-kinds';
import { createSettings, refuse } from '../../../lib/settings';
import { addRemote, deviceFiles, SyncError, type SyncStep, setPassphrase, unlock } from '../../../lib/sync';
import { askWhere } from '../../../lib/sync/remotes/ask-where';
import { findWebDav } from '../../../lib/sync/remotes/find-webdav';
import { createWebDavStore } from '../../../lib/sync/remotes/webdav';
import { vaultOf } from '../../../lib/sync/vault';

const session = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
const parts = { database: createDatabase(), now: Date.now, session };
const store = createNoteStore(parts);
// The background has made this device before any page is open.
const ledger = createSyncLedger({ ...parts, newDevice: () => 'f'.repeat(16) });
const tell = () => callBackground('notesChanged', {});

async function webdav() {
  const row = (await ledger.remotes()).find(({ id }) => id.startsWith('webdav:'));
  if (!row) throw new Error('no WebDAV is set up');
  return row;
}

export async function join(access: WebDavAccess, words: string, first: boolean): Promise<void> {
  const remote = deviceFiles(createWebDavStore<'plain'>(access), vaultOf(null));
  await addRemote(ledger, 'webdav:test', access);
  await (first ? setPassphrase : unlock)(ledger, [remote], words, AbortSignal.timeout(60_000));
}

/** Resolves once it is stored: from then on it must never be lost. */
export async function type(entity: EntityKey, text: string): Promise<void> {
  const editor = createEditorDocument({
    subject: { entity, name: `Name ${entity}`, kind: null },
    session: session(),
    now: Date.now,
  });
  const known = await store.exchange(editor.take());
  if (known.update) editor.receive(known.update);
  editor.write(editor.content().text + text);
  await store.exchange(editor.take());
  await tell();
}

/** Many notes at once, as an import brings them. */
export async function typeMany(prefix: string, count: number, text: string): Promise<void> {
  const updates = Array.from({ length: count }, (_, number) => {
    const entity = `${prefix}${number}` as EntityKey;
    const subject = { entity, name: `Name ${entity}`, kind: null };
    const editor = createEditorDocument({ subject, session: session(), now: Date.now });
    editor.write(`${text} ${number}`);
    return { doc: `note:${entity}` as const, update: editor.take().update ?? new Uint8Array() };
  });
  await store.merge(updates);
  await tell();
}

export const text = async (entity: EntityKey): Promise<string> => (await store.read(entity))?.text ?? '';

const settings = createSettings(browser.storage.local);

/** What a reader sets, decides and allows on one device. */
export const decide = (): Promise<unknown> =>
  settings.change((now) => ({
    ...refuse('mic', 'mic-group')(now),
    theme: 'dark',
    network: 'automatic',
    history: true,
  }));

export async function decided(): Promise<string> {
  const { theme, refused, network, history } = await settings.get();
  return JSON.stringify({ theme, refused, network, history });
}

export const digest = async (): Promise<string> => JSON.stringify(await ledger.digest());

/** `well`, or the trouble of the last run. */
export async function outcome(): Promise<string> {
  const { trouble, lastSuccess } = await webdav();
  return trouble ? `${trouble.code}: ${trouble.detail}` : lastSuccess ? 'well' : 'never';
}

export async function run(): Promise<string> {
  await callBackground('syncNow', { remote: (await webdav()).id });
  return outcome();
}

/** Begins a run and resolves when it is at this step. */
export async function runUntil(step: SyncStep): Promise<void> {
  let done = false;
  const { id } = await webdav();
  void callBackground('syncNow', { remote: id }).finally(() => {
    done = true;
  });
  const seen = new Set<string>();
  while (!done) {
    const now = (await callBackground('syncSteps', {}))[id];
    if (now) seen.add(now);
    if (now === step) return;
  }
  throw new Error(`the run ended without “${step}”: ${[...seen].join(', ')}`);
}

/** A file there and back again, by the transport alone: `fine`, or the SyncError as `code: detail`. */
export async function look(access: WebDavAccess, milliseconds: number, silence = 10_000): Promise<string> {
  const store = createWebDavStore<'plain'>(access, { silence });
  const signal = AbortSignal.timeout(milliseconds);
  const bytes = crypto.getRandomValues(new Uint8Array(50_000));
  const name = `${'a'.repeat(16)}-s1-${session().toString(16).padStart(16, '0')}.age`;
  try {
    await store.list(signal);
    await store.write(name, await vaultOf(null).close(bytes), signal);
    const listed = (await store.list(signal)).find((file) => file.name === name);
    const back = await store.read(name, signal);
    await store.remove(name, signal);
    if (listed?.bytes !== bytes.length || !back || !bytes.every((byte, at) => back[at] === byte)) return 'not the same';
    return (await store.read(name, signal)) === null ? 'fine' : 'not removed';
  } catch (error) {
    return error instanceof SyncError ? `${error.code}: ${error.detail}` : String(error);
  }
}

/** As at set-up: the address that is kept, or the SyncError as `code: detail`. */
export async function find(address: string, user: string, password: string): Promise<string> {
  try {
    return await findWebDav({ address, user, password }, AbortSignal.timeout(20_000), { askWhere });
  } catch (error) {
    return error instanceof SyncError ? `${error.code}: ${error.detail}` : String(error);
  }
}

/** Keys of what lies in the browser's account, on this side of it. */
export const inAccount = async (): Promise<readonly string[]> => Object.keys(await browser.storage.sync.get(null));
