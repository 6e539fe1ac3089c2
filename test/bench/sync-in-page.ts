/** Runs in a page of the extension: fills its database, sets up a remote and asks the background for runs. */
import { createDatabase, type KeyRow } from '../../lib/database';
import { callBackground } from '../../lib/messages';
import { createEditorDocument, createNoteStore, createSyncLedger } from '../../lib/notes';
import type { WebDavAccess } from '../../lib/remote-kinds';
import { addRemote, readMemory, setPassphrase, switchRemote } from '../../lib/sync';
import { makeNotes } from './notes-in-page';

const REMOTE = 'webdav:bench';
const subject = { entity: 'entity-77', name: 'Name', kind: 'person' } as const;
/** It is not the strength of the passphrase that is measured. */
const QUICK = { workFactor: 8 };

const session = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
const parts = { database: createDatabase(), now: Date.now, session };
const store = createNoteStore(parts);
const ledger = createSyncLedger({ ...parts, newDevice: () => session().toString(16).padStart(16, '0') });

/** As if the browser account had brought them, which for so many it could not. */
export const fill = (count: number): Promise<void> => ledger.accept('account', makeNotes(count), []);

/** As it is some minutes after an import: the background has read every note for the names in it. */
export async function haveLinks(): Promise<void> {
  while (await store.relink(async () => [], 1000));
}

/** The key of the vault, for the second device. */
export async function seal(): Promise<string> {
  await setPassphrase(ledger, [], 'eleven words on the back of an old receipt', new AbortController().signal, QUICK);
  const { wrapped, ...ring } = (await ledger.ring()) as KeyRow;
  return JSON.stringify({ ...ring, wrapped: [...wrapped] });
}

export async function unlockWith(ring: string): Promise<void> {
  const { wrapped, ...known } = JSON.parse(ring) as Omit<KeyRow, 'wrapped'> & { readonly wrapped: number[] };
  await ledger.saveRing({ ...known, wrapped: new Uint8Array(wrapped) });
}

/** With so many notes it is full. */
export const switchAccount = (on: boolean): Promise<void> => switchRemote(ledger, 'account', on);

export const join = (access: WebDavAccess): Promise<void> => addRemote(ledger, REMOTE, access);

/** Milliseconds of one run, which has to end well. */
export async function run(): Promise<number> {
  const start = performance.now();
  await callBackground('syncNow', { remote: REMOTE });
  const time = performance.now() - start;
  const row = (await ledger.remotes()).find(({ id }) => id === REMOTE);
  const { count } = await ledger.backlog(REMOTE);
  if (row?.trouble || row?.lastSuccess === null || count > 0) {
    throw new Error(`the run ended with ${JSON.stringify(row?.trouble)}, ${count} pending`);
  }
  return time;
}

/** Milliseconds of the run that the background makes by itself when the typing rests, as its own row has it. */
export async function deliverByItself(): Promise<number> {
  const row = async () => (await ledger.remotes()).find(({ id }) => id === REMOTE);
  const before = (await row())?.lastSuccess ?? 0;
  await callBackground('notesChanged', {});
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
    const now = await row();
    if (!now?.lastSuccess || now.lastSuccess === before || now.trouble) continue;
    if ((await ledger.backlog(REMOTE)).count > 0) continue;
    return now.lastSuccess - readMemory(now).triedAt;
  }
  throw new Error('nothing was delivered');
}

export async function addLine(line: string): Promise<void> {
  const editor = createEditorDocument({ subject, session: session(), now: Date.now });
  const known = await store.exchange(editor.take());
  if (known.update) editor.receive(known.update);
  editor.write(`${editor.content().text}\n${line}`);
  await store.exchange(editor.take());
}

export const text = async (): Promise<string> => (await store.read(subject.entity))?.text ?? '';
export const digest = async (): Promise<string> => JSON.stringify(await ledger.digest());
