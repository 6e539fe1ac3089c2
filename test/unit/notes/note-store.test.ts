import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { SessionTakenError } from '../../../lib/notes';
import { ana, createDevice } from './device';

const passage = { text: 'She spoke first.', title: 'Talks', url: 'https://news.example/talks', day: '2026-05-30' };

describe('a note', () => {
  it('is stored as typed, with its name, kind and times', async () => {
    const { store, type, clock } = createDevice();
    await type(ana, 'Minister since May');
    expect(await store.read('ana')).toMatchObject({
      entity: 'ana',
      name: 'Ana Silva',
      kind: 'person',
      text: 'Minister since May',
      createdAt: clock.at,
      changedAt: clock.at,
      kept: 1,
      deletedAt: null,
    });
    expect(await store.count()).toBe(1);
  });

  it('is not created by opening an editor, nor by typing and deleting before anything is stored', async () => {
    const { store, open } = createDevice();
    const editor = await open(ana);
    expect(editor.hasNews()).toBe(false);
    await editor.exchange();
    expect(await store.read('ana')).toBeNull();
    expect(await store.allDocs()).toEqual([]);
  });

  it('answers an exchange with the time of the commit, or null if nothing was stored', async () => {
    const { open, clock } = createDevice();
    const editor = await open(ana);
    editor.write('a');
    expect((await editor.exchange()).savedAt).toBe(clock.at);
    expect((await editor.exchange()).savedAt).toBeNull();
  });

  it('holds tags and quotes with and without a text, once each', async () => {
    const { store } = createDevice();
    await store.addTag(ana, ' Élections ');
    await store.addTag(ana, 'elections');
    await store.addQuote(ana, passage);
    await store.addQuote(ana, passage);
    const note = await store.read('ana');
    expect(note).toMatchObject({ name: 'Ana Silva', tags: ['Élections'], text: '' });
    expect(note?.quotes).toMatchObject([passage]);
    await store.removeTag('ana', 'ELECTIONS');
    await store.removeQuote('ana', note?.quotes[0]?.id ?? '');
    expect(await store.read('ana')).toMatchObject({ tags: [], quotes: [] });
  });

  it('can have tags that differ only in punctuation', async () => {
    const { store } = createDevice();
    for (const tag of ['C', 'C++', 'c#', 'C#', '+1', '1', 'Élan', 'ELAN', 'की', 'का']) await store.addTag(ana, tag);
    expect((await store.read('ana'))?.tags).toEqual(['+1', '1', 'C', 'c#', 'C++', 'Élan', 'का', 'की']);
    expect((await store.tags()).map(([tag]) => tag)).toContain('C++');
    await store.removeTag('ana', 'c');
    await store.removeTag('ana', 'C#');
    expect((await store.read('ana'))?.tags).toEqual(['+1', '1', 'C++', 'Élan', 'का', 'की']);
  });

  it('is not created by removing something from nothing', async () => {
    const { store } = createDevice();
    await store.removeTag('ana', 'x');
    await store.removeQuote('ana', 'x');
    await store.remove('ana');
    await store.takeBack('ana');
    await store.addTag(ana, '  ');
    expect(await store.allDocs()).toEqual([]);
  });
});

it('a passage is stored once, even if two editors quote it without knowing of each other', async () => {
  const { open, store } = createDevice();
  const passage = { text: 'No talks.', title: 'Talks', url: 'https://news.example/1', day: null };
  const editors = [await open(ana), await open(ana)];
  for (const editor of editors) editor.addQuote(passage);
  for (const editor of editors) await editor.exchange();
  const [quote] = (await store.read('ana'))?.quotes ?? [];
  expect((await store.read('ana'))?.quotes).toHaveLength(1);
  await store.removeQuote('ana', quote?.id ?? '');
  await store.addQuote(ana, passage);
  expect((await store.read('ana'))?.quotes).toHaveLength(1);
});

it('new words are not mistaken for known ones when another editor has used the session’s number', async () => {
  const device = createDevice();
  const editor = await device.open(ana);
  editor.write('hello');
  await editor.exchange();
  // The machine is set back to here, with the editor open, and what that session wrote afterwards comes by a remote.
  const [row] = await device.ledger.states(['note:ana']);
  const future = new Y.Doc();
  Y.applyUpdate(future, row?.update ?? new Uint8Array());
  future.clientID = [...future.store.clients.keys()][0] ?? 0;
  const vector = Y.encodeStateVector(future);
  future.getText('text').insert(5, ', and this was typed in another life of this machine');
  await device.ledger.accept('webdav:1', [{ doc: 'note:ana', update: Y.encodeStateAsUpdate(future, vector) }], []);
  const before = await device.ledger.states(['note:ana']);
  editor.write('hello, this is what I type on');
  await expect(editor.exchange()).rejects.toBeInstanceOf(SessionTakenError);
  expect(await device.ledger.states(['note:ana'])).toEqual(before);
});

it('the same words are accepted again after a lost answer, even if they were removed meanwhile', async () => {
  const device = createDevice();
  const editor = await device.open(ana);
  editor.write('hello world');
  const news = editor.take();
  await device.store.exchange(news);
  await device.type(ana, 'held');
  expect((await device.store.exchange(news)).savedAt).toBeNull();
  expect((await device.store.read('ana'))?.text).toBe('held');
});
