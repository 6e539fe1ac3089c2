/** Runs in the browser: a library of notes in a real IndexedDB, and how long its operations take. */
import { createDatabase } from '../../lib/database';
import { createEditorDocument, createNoteStore, createSyncLedger, type DocUpdate } from '../../lib/notes';

export interface NoteTimes {
  readonly accept: number;
  readonly keystrokes: readonly number[];
  readonly changedList: number;
  readonly nameList: number;
  readonly firstSearch: number;
  readonly nextSearch: number;
  readonly tags: number;
  readonly digest: number;
  readonly pending: number;
  readonly oneNote: number;
}

const WORDS = 'the talks in Vienna were held again after a long pause and the minister said little of the pact'.split(
  ' ',
);
const TAGS = ['talks', 'elections', 'economy', 'war', 'courts', 'climate', 'oil', 'press', 'trade', 'health'];

/** A few sentences, about 250 characters. */
const textOf = (number: number) =>
  Array.from({ length: 50 }, (_, at) => WORDS[(at * 7 + number) % WORDS.length]).join(' ');

const parts = (name: string) => ({
  database: createDatabase(name),
  now: Date.now,
  session: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1,
});

async function timed<T>(work: () => Promise<T>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function makeNotes(count: number): DocUpdate[] {
  return Array.from({ length: count }, (_, number) => {
    const subject = { entity: `entity-${number}`, name: `Name ${number % 997} ${number}`, kind: 'person' as const };
    const editor = createEditorDocument({
      subject,
      session: number + 1,
      now: () => 1_780_000_000_000 + number * 60_000,
    });
    editor.write(textOf(number));
    editor.addTag(TAGS[number % TAGS.length] ?? '');
    return { doc: `note:${subject.entity}` as const, update: editor.take().update ?? new Uint8Array() };
  });
}

const remote = (id: 'account' | 'webdav:1') =>
  ({ id, config: {}, on: 1, joined: 1, lastSuccess: null, trouble: null, memory: null }) as const;

export async function fill(name: string, count: number): Promise<number> {
  const here = parts(name);
  const ledger = createSyncLedger({ ...here, newDevice: () => '0123456789abcdef' });
  await ledger.saveRemote(remote('account'));
  await ledger.saveRemote(remote('webdav:1'));
  const notes = makeNotes(count);
  return timed(() => ledger.accept('webdav:1', notes, []));
}

export async function errands(name: string, keys: number): Promise<Omit<NoteTimes, 'accept'>> {
  const here = parts(name);
  const store = createNoteStore(here);
  const ledger = createSyncLedger({ ...here, newDevice: () => '0123456789abcdef' });
  const all = { words: '', tag: null, order: 'changed', kept: true, offset: 0, limit: 50 } as const;
  await store.count();
  const changedList = await timed(() => store.list(all));
  const nameList = await timed(() => store.list({ ...all, order: 'name', offset: 5000 }));
  const firstSearch = await timed(() => store.list({ ...all, words: 'vienna 997' }));
  const nextSearch = await timed(() => store.list({ ...all, words: 'vienna 99' }));
  const tags = await timed(() => store.tags());
  const digest = await timed(() => ledger.digest());
  const pending = await timed(() => ledger.pending('account', 500));
  const oneNote = await timed(() => store.read('entity-5000'));

  const subject = { entity: 'entity-77', name: 'Name', kind: 'person' } as const;
  const editor = createEditorDocument({ subject, session: parts(name).session(), now: Date.now });
  const exchange = async () => {
    const { update } = await store.exchange(editor.take());
    if (update) editor.receive(update);
  };
  await exchange();
  const keystrokes: number[] = [];
  for (let key = 0; key < keys; key++) {
    const { text } = editor.content();
    editor.write(`${text.slice(0, 100 + key)}x${text.slice(100 + key)}`);
    keystrokes.push(await timed(exchange));
  }
  return { changedList, nameList, firstSearch, nextSearch, tags, digest, pending, oneNote, keystrokes };
}
