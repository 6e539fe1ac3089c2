import { describe, expect, it } from 'vitest';
import type { NoteQuery, NoteSubject } from '../../../lib/notes';
import { createDevice } from './device';

const all: NoteQuery = { words: '', tag: null, order: 'changed', kept: true, offset: 0, limit: 100 };
const subject = (entity: string, name: string): NoteSubject => ({ entity, name, kind: 'person' });

async function library() {
  const device = createDevice();
  const { store, type, clock } = device;
  const write = async (entity: string, name: string, text: string, tags: readonly string[] = []) => {
    clock.at += 60_000;
    await type(subject(entity, name), text);
    for (const tag of tags) await store.addTag(subject(entity, name), tag);
  };
  await write('zoe', 'Zoé Martin', 'Wrote on the Élysée.', ['France', 'press']);
  await write('abe', 'abe Sato', 'Met Zoe in Kyiv, said “no”.', ['Japan']);
  await write('emile', 'Émile Roy', 'Nothing of note ☂', ['FRANCE']);
  await write('gone', 'Gone', 'Wrote once.', ['france', 'past']);
  await store.remove('gone');
  const names = async (query: Partial<NoteQuery>) => {
    const { notes, total } = await store.list({ ...all, ...query });
    return [total, ...notes.map(({ entity }) => entity)];
  };
  return { ...device, names };
}

describe('the list of notes', () => {
  it('has the kept notes by latest change or by name, and the bin separately', async () => {
    const { names } = await library();
    expect(await names({})).toEqual([3, 'emile', 'abe', 'zoe']);
    expect(await names({ order: 'name' })).toEqual([3, 'abe', 'emile', 'zoe']);
    expect(await names({ kept: false })).toEqual([1, 'gone']);
  });

  it('comes in pages, each with the total count', async () => {
    const { names } = await library();
    expect(await names({ limit: 2 })).toEqual([3, 'emile', 'abe']);
    expect(await names({ limit: 2, offset: 2 })).toEqual([3, 'zoe']);
    expect(await names({ order: 'name', limit: 1, offset: 1 })).toEqual([3, 'emile']);
    expect(await names({ words: 'o', limit: 1, offset: 1 })).toEqual([3, 'abe']);
  });

  it('finds all words in any field, ignoring case and accents', async () => {
    const { names, store } = await library();
    expect(await names({ words: 'ZOE' })).toEqual([2, 'abe', 'zoe']);
    expect(await names({ words: ' elysee  wrote ' })).toEqual([1, 'zoe']);
    expect(await names({ words: 'Élys' })).toEqual([1, 'zoe']);
    expect(await names({ words: 'japan' })).toEqual([1, 'abe']);
    expect(await names({ words: 'wrote', kept: false })).toEqual([1, 'gone']);
    expect(await names({ words: 'zoe sato' })).toEqual([1, 'abe']);
    expect(await names({ words: 'zoe emile' })).toEqual([0]);
    await store.addQuote(subject('abe', ''), { text: 'A pact', title: 'Summit', url: 'https://n.example/', day: null });
    expect(await names({ words: 'pact summit' })).toEqual([1, 'abe']);
  });

  it('finds punctuation and names in other scripts as they are written', async () => {
    const { names, type } = await library();
    await type(subject('xi', '習近平'), 'Глава государства');
    expect(await names({ words: '☂' })).toEqual([1, 'emile']);
    expect(await names({ words: '近平' })).toEqual([1, 'xi']);
    expect(await names({ words: 'глава' })).toEqual([1, 'xi']);
    expect(await names({ words: '“KYIV,”' })).toEqual([1, 'abe']);
  });

  it('distinguishes words that differ in a plus or a sharp', async () => {
    const { names, store } = await library();
    await store.addTag(subject('abe', ''), 'C++');
    await store.addTag(subject('zoe', ''), 'C#');
    await store.addTag(subject('emile', ''), '+1');
    expect(await names({ words: 'c++' })).toEqual([1, 'abe']);
    expect(await names({ words: '(“C#”)' })).toEqual([1, 'zoe']);
    expect(await names({ words: '+1' })).toEqual([1, 'emile']);
    expect(await names({ words: '#japan' })).toEqual([1, 'abe']);
    expect(await names({ words: 'c', tag: 'c++' })).toEqual([1, 'abe']);
    expect(await names({ tag: 'c' })).toEqual([0]);
  });

  it('no longer finds words that were removed from a note', async () => {
    const { names, type } = await library();
    expect(await names({ words: 'kyiv' })).toEqual([1, 'abe']);
    await type(subject('abe', 'abe Sato'), 'Met Zoe.');
    expect(await names({ words: 'kyiv' })).toEqual([0]);
  });

  it('filters by a tag, however it is written, with or without words', async () => {
    const { names } = await library();
    expect(await names({ tag: 'france' })).toEqual([2, 'emile', 'zoe']);
    expect(await names({ tag: 'France', order: 'name' })).toEqual([2, 'emile', 'zoe']);
    expect(await names({ tag: 'france', kept: false })).toEqual([1, 'gone']);
    expect(await names({ tag: 'france', words: 'wrote' })).toEqual([1, 'zoe']);
    expect(await names({ tag: 'none' })).toEqual([0]);
  });
});

it('counts the kept notes, whatever happens to them', async () => {
  const { store, type, database, names } = await library();
  const other = createDevice();
  await other.type(subject('yan', 'Yan'), 'Met Zoe.');
  const same = async () => {
    const kept = await database.notes.filter((note) => note.kept === 1).count();
    expect(await store.count()).toBe(kept);
    expect((await names({}))[0]).toBe(kept);
    return kept;
  };
  expect(await same()).toBe(3);
  await store.takeBack('gone');
  await type(subject('gone', 'Gone'), 'Wrote twice.');
  expect(await same()).toBe(4);
  await store.merge([...(await other.store.allDocs()), ...(await store.allDocs())]);
  expect(await same()).toBe(5);
  await database.meta.clear();
  expect(await same()).toBe(5);
  await store.remove('yan');
  expect(await same()).toBe(4);
});

it('counts the tags of kept notes, most used first, one for all spellings', async () => {
  const { store } = await library();
  const tags = await store.tags();
  expect(tags.map(([tag, count]) => [tag.toLowerCase(), count])).toEqual([
    ['france', 2],
    ['japan', 1],
    ['press', 1],
  ]);
});

describe('back-links', () => {
  const find = async (text: string) => ['zoe', 'abe', 'emile'].filter((name) => text.toLowerCase().includes(name));

  it('are found step by step, and no note links to itself', async () => {
    const { store } = await library();
    expect(await store.relink(find, 3)).toBe(true);
    expect(await store.relink(find, 3)).toBe(false);
    expect((await store.linksTo('zoe')).map(({ entity }) => entity)).toEqual(['abe']);
    expect(await store.relink(() => Promise.reject(new Error('asked for nothing')), 3)).toBe(false);
  });

  it('follow the text, and leave out notes in the bin', async () => {
    const { store, type } = await library();
    await store.relink(find, 10);
    await type(subject('emile', 'Émile Roy'), 'Friend of Zoe and of Emile');
    expect(await store.relink(find, 10)).toBe(false);
    expect((await store.linksTo('zoe')).map(({ entity }) => entity)).toEqual(['emile', 'abe']);
    expect(await store.linksTo('emile')).toEqual([]);
    await store.remove('abe');
    expect((await store.linksTo('zoe')).map(({ entity }) => entity)).toEqual(['emile']);
  });

  it('stay pending for a text that changed while they were searched', async () => {
    const { store, type } = await library();
    await store.relink(find, 10);
    await type(subject('abe', 'abe Sato'), 'Met Emile.');
    await store.relink(async (text) => {
      await type(subject('abe', 'abe Sato'), 'Met Zoe again.');
      return find(text);
    }, 10);
    expect(await store.relink(find, 10)).toBe(false);
    expect((await store.linksTo('zoe')).map(({ entity }) => entity)).toEqual(['abe']);
    expect(await store.linksTo('emile')).toEqual([]);
  });
});
