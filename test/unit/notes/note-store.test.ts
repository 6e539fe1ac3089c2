import { describe, expect, it } from 'vitest';
import { ana, createDevice } from './device';

const passage = { text: 'She spoke first.', title: 'Talks', url: 'https://news.example/talks', day: '2026-05-30' };

describe('a note', () => {
  it('is what was typed, with its name, kind and times', async () => {
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

  it('is not made by opening an editor, nor by typing and taking back before anything is stored', async () => {
    const { store, open } = createDevice();
    const editor = await open(ana);
    expect(editor.hasNews()).toBe(false);
    await editor.exchange();
    expect(await store.read('ana')).toBeNull();
    expect(await store.allDocs()).toEqual([]);
  });

  it('answers an exchange with the time of the commit, and with null where nothing was stored', async () => {
    const { open, clock } = createDevice();
    const editor = await open(ana);
    editor.write('a');
    expect((await editor.exchange()).savedAt).toBe(clock.at);
    expect((await editor.exchange()).savedAt).toBeNull();
  });

  it('takes tags and quotes with and without a text, once each', async () => {
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

  it('has tags that differ in their signs', async () => {
    const { store } = createDevice();
    for (const tag of ['C', 'C++', 'c#', 'C#', '+1', '1', 'Élan', 'ELAN', 'की', 'का']) await store.addTag(ana, tag);
    expect((await store.read('ana'))?.tags).toEqual(['+1', '1', 'C', 'c#', 'C++', 'Élan', 'का', 'की']);
    expect((await store.tags()).map(([tag]) => tag)).toContain('C++');
    await store.removeTag('ana', 'c');
    await store.removeTag('ana', 'C#');
    expect((await store.read('ana'))?.tags).toEqual(['+1', '1', 'C++', 'Élan', 'का', 'की']);
  });

  it('is not made by taking away from nothing', async () => {
    const { store } = createDevice();
    await store.removeTag('ana', 'x');
    await store.removeQuote('ana', 'x');
    await store.remove('ana');
    await store.takeBack('ana');
    await store.addTag(ana, '  ');
    expect(await store.allDocs()).toEqual([]);
  });
});

it('holds a passage once, also when two editors quote it that have not heard of one another', async () => {
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
