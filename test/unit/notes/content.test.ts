/** A document may come from a newer Backstory, or from somebody who can write to the remote. */
import { expect, it } from 'vitest';
import { encodeStateAsUpdate } from 'yjs';
import { type OpenDocument, openDocument } from '../../../lib/notes/document/open-document';
import { createDevice, session } from './device';

async function noteOf(write: (open: OpenDocument) => void) {
  const open = openDocument(session(), null);
  write(open);
  const { store } = createDevice();
  await store.merge([{ doc: 'note:ana', update: encodeStateAsUpdate(open.doc) }]);
  return store.read('ana');
}

it('reads a note without name, kind and dates', async () => {
  const note = await noteOf(({ text }) => text.insert(0, 'Minister'));
  expect(note).toMatchObject({ name: 'ana', kind: null, text: 'Minister', createdAt: 0, changedAt: 0, kept: 1 });
});

it('leaves out malformed parts and keeps the rest', async () => {
  const note = await noteOf(({ text, tags, quotes, meta }) => {
    text.insert(0, 'Minister');
    meta.set('name', 7);
    meta.set('kind', 'dragon');
    meta.set('createdAt', 'yesterday');
    meta.set('changedAt', Number.NaN);
    meta.set('deletion', { at: 1 });
    tags.set('talks', 'Talks');
    tags.set('odd', { label: 'Odd' });
    quotes.set('a', { text: 'No.', title: 3, url: 'javascript:alert(1)', day: 'Monday', at: 5, later: true });
    quotes.set('b', 'No.');
    quotes.set('c', { title: 'without text' });
  });
  expect(note).toMatchObject({ name: 'ana', kind: null, text: 'Minister', createdAt: 0, changedAt: 0, kept: 1 });
  expect(note?.tags).toEqual(['Talks']);
  expect(note?.quotes).toEqual([{ id: 'a', text: 'No.', title: '', url: '', day: null, at: 5 }]);
});

it('rejects a day that no calendar has', async () => {
  const note = await noteOf(({ quotes }) => {
    for (const [id, day] of [
      ['a', '2023-02-29'],
      ['b', '2024-02-29'],
      ['c', '2024-02'],
    ])
      quotes.set(id!, { text: 'No.', title: '', url: '', day, at: 0 });
  });
  expect(note?.quotes.map(({ day }) => day)).toEqual([null, '2024-02-29', null]);
});

it('rejects a time that no calendar has', async () => {
  const note = await noteOf(({ text, meta, quotes }) => {
    text.insert(0, 'Minister');
    meta.set('createdAt', 8.64e15 + 1);
    meta.set('changedAt', 1e300);
    quotes.set('a', { text: 'No.', title: '', url: '', day: null, at: -1e300 });
  });
  expect(note).toMatchObject({ createdAt: 0, changedAt: 0 });
  expect(note?.quotes[0]?.at).toBe(0);
});

it('edits tags that an older version stored under a key without punctuation', async () => {
  const devices = [createDevice(), createDevice()];
  const open = openDocument(session(), null);
  open.tags.set('c', 'C++');
  const old = [{ doc: 'note:ana' as const, update: encodeStateAsUpdate(open.doc) }];
  const ana = { entity: 'ana', name: 'Ana', kind: null };
  for (const { store } of devices) {
    await store.merge(old);
    await store.addTag(ana, 'c++');
    expect((await store.read('ana'))?.tags).toEqual(['C++']);
    await store.addTag(ana, 'C'); // where the other stood
    expect((await store.read('ana'))?.tags).toEqual(['C', 'C++']);
  }
  const [one, two] = devices.map(({ store }) => store);
  await one?.merge((await two?.allDocs()) ?? []);
  await two?.merge((await one?.allDocs()) ?? []);
  expect(await one?.read('ana')).toEqual(await two?.read('ana'));
  await one?.removeTag('ana', 'C');
  expect((await one?.read('ana'))?.tags).toEqual(['C++']);
});

it('shows a tag once that is stored under an old key and a new one, and removes both', async () => {
  const open = openDocument(session(), null);
  open.tags.set('c', 'C++');
  open.tags.set('c++', 'c++');
  const { store } = createDevice();
  await store.merge([{ doc: 'note:ana', update: encodeStateAsUpdate(open.doc) }]);
  expect((await store.read('ana'))?.tags).toEqual(['C++']);
  await store.removeTag('ana', 'C++');
  expect((await store.read('ana'))?.tags).toEqual([]);
});

it('keeps what a newer version put into a document', async () => {
  const open = openDocument(session(), null);
  open.text.insert(0, 'Minister');
  open.meta.set('colour', 'red');
  const { store } = createDevice();
  await store.merge([{ doc: 'note:ana', update: encodeStateAsUpdate(open.doc) }]);
  await store.addTag({ entity: 'ana', name: 'Ana', kind: null }, 'talks');
  const [row] = await store.allDocs();
  expect(openDocument(session(), row?.update ?? null).meta.get('colour')).toBe('red');
});
