/** A note has a maximum size. Anything beyond it is refused with an error of its own, and nothing is lost. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEditorDocument, createEditorSession, NOTE_SIZE, NoteTooLargeError } from '../../../lib/notes';
import { openDocument } from '../../../lib/notes/document/open-document';
import { writeMarkdownFolder } from '../../../lib/notes/formats';
import { importFiles } from '../../../lib/notes/import-notes';
import { ana, createDevice, opec } from './device';

const updateWith = (write: (open: ReturnType<typeof openDocument>) => void, client = 900): Uint8Array => {
  const open = openDocument(client, null);
  open.doc.transact(() => write(open));
  return Y.encodeStateAsUpdate(open.doc);
};
const accept = (device: ReturnType<typeof createDevice>, update: Uint8Array) =>
  device.ledger.accept('folder:1', [{ doc: 'note:ana', update }], []);

describe('a note from elsewhere', () => {
  it('is accepted at the size limit and refused above it, with an error of its own', async () => {
    const device = createDevice();
    await accept(
      device,
      updateWith(({ text }) => text.insert(0, 'x'.repeat(NOTE_SIZE.characters - 3))),
    );
    expect((await device.store.read('ana'))?.text).toHaveLength(NOTE_SIZE.characters - 3);
    const more = updateWith(({ text }) => text.insert(0, 'more'), 901);
    await expect(accept(device, more)).rejects.toBeInstanceOf(NoteTooLargeError);
    expect((await device.store.read('ana'))?.text).toHaveLength(NOTE_SIZE.characters - 3);
  });

  it.each([
    ['quotes', (at: number) => ({ text: 'q'.repeat(2000), title: '', url: '', day: null, at })],
    ['tags', (at: number) => `${at} ${'t'.repeat(2000)}`],
  ] as const)('is measured with its %s', async (map, value) => {
    const update = updateWith((open) => {
      for (let at = 0; at < 520; at++) open[map].set(`k${at}`, value(at));
    });
    await expect(accept(createDevice(), update)).rejects.toBeInstanceOf(NoteTooLargeError);
  });

  it.each([
    ['quotes', (at: number) => ({ text: 'q', title: '', url: '', day: null, at }), NOTE_SIZE.quotes],
    ['tags', (at: number) => `t${at}`, NOTE_SIZE.tags],
  ] as const)('may have so many %s and no more', async (map, value, most) => {
    const device = createDevice();
    const update = (count: number, client: number) =>
      updateWith((open) => {
        for (let at = 0; at < count; at++) open[map].set(`k${at}`, value(at));
      }, client);
    await expect(accept(device, update(most + 1, 901))).rejects.toBeInstanceOf(NoteTooLargeError);
    await accept(device, update(most, 902));
    expect((await device.store.read('ana'))?.[map]).toHaveLength(most);
  });

  it('is measured together with its removed passages', async () => {
    const update = updateWith(({ text }) => {
      for (let times = 0; times < 6; times++) {
        text.insert(0, 'x'.repeat(NOTE_SIZE.characters - 1));
        text.delete(0, NOTE_SIZE.characters - 1);
      }
    });
    expect(update.length).toBeLessThan(2 * NOTE_SIZE.bytes);
    await expect(accept(createDevice(), update)).rejects.toBeInstanceOf(NoteTooLargeError);
  });

  it('is refused before more pieces of it are in memory than a note may have', async () => {
    // Of one client, each a place of two bytes that says nothing; Yjs would make one of them in the end.
    const pieces = NOTE_SIZE.pieces + 1;
    const count = [(pieces & 127) | 128, ((pieces >> 7) & 127) | 128, pieces >> 14];
    const update = new Uint8Array([1, ...count, 7, 0, ...new Array(pieces).fill([0, 1]).flat(), 0]);
    expect(Y.decodeUpdate(update).structs).toHaveLength(pieces);
    await expect(accept(createDevice(), update)).rejects.toBeInstanceOf(NoteTooLargeError);
  });

  it('is refused for its bytes before anything of it is read', async () => {
    await expect(accept(createDevice(), new Uint8Array(2 * NOTE_SIZE.bytes + 1))).rejects.toBeInstanceOf(
      NoteTooLargeError,
    );
  });
});

describe('a note on this device', () => {
  it('that is at its limit can be shortened, although its document grows', async () => {
    const device = createDevice();
    const open = openDocument(900, null);
    open.doc.transact(() => {
      for (let times = 0; times < 3; times++) {
        open.text.insert(0, 'x'.repeat(NOTE_SIZE.characters - 1));
        open.text.delete(0, NOTE_SIZE.characters - 1);
      }
      open.text.insert(0, 'y'.repeat(NOTE_SIZE.characters - 40));
    });
    await accept(device, Y.encodeStateAsUpdate(open.doc));
    const [row] = await device.database.docs.toArray();
    // As a note from before there was a limit: its document alone is over it.
    await device.database.docs.put({ id: 'note:ana', state: Y.mergeUpdates([row?.state ?? new Uint8Array(), pad()]) });
    await expect(device.store.addTag(ana, 'longer')).rejects.toBeInstanceOf(NoteTooLargeError);
    await device.type(ana, 'y');
    expect((await device.store.read('ana'))?.text).toBe('y');
  });

  it('is imported from a file without its neighbours that are too large', async () => {
    const device = createDevice();
    const plain = { kind: null, tags: [], quotes: [], createdAt: 1, changedAt: 1, deletedAt: null };
    const bytes = writeMarkdownFolder(
      [
        { ...plain, entity: 'ana', name: 'Ana', text: 'x'.repeat(NOTE_SIZE.characters + 1) },
        { ...plain, entity: 'opec', name: 'OPEC', text: 'short' },
      ],
      new Map(),
      { quotes: 'Quotes', related: 'Related', kind: String },
    );
    const parts = { database: device.database, now: () => 1, session: () => 5, imported: () => 'Imported' };
    const report = await importFiles(parts, [{ name: 'notes.zip', bytes }]);
    expect(report).toMatchObject({ added: 1, merged: 0, same: 0 });
    expect(report.notUnderstood).toEqual([{ file: 'notes.zip', line: null, why: 'too-big', detail: 'ana' }]);
    expect((await device.store.read('opec'))?.text).toBe('short');
    expect(await device.store.read('ana')).toBeNull();
  });
});

/** A megabyte that was removed. */
function pad(): Uint8Array {
  return updateWith(({ text }) => {
    text.insert(0, 'z'.repeat(1_000_000));
    text.delete(0, 1_000_000);
  }, 902);
}

describe('an editor of a note', () => {
  function editing() {
    const device = createDevice();
    const life = new AbortController();
    let timer: (() => void) | null = null;
    const session = createEditorSession({
      document: createEditorDocument({ subject: opec, session: 77, now: () => 1 }),
      exchange: (news) => device.store.exchange(news),
      isSeen: () => true,
      now: () => 5,
      setTimeout: (run) => {
        timer = run;
        return 1;
      },
      clearTimeout: () => {
        timer = null;
      },
      anotherSession: () => null,
      signal: life.signal,
    });
    const text = async () => (await device.store.read('opec'))?.text;
    return { device, session, life, text, timer: () => timer };
  }
  const tooLong = 'x'.repeat(NOTE_SIZE.characters + 1);

  it('keeps text that is too long in the field, says so, and stores again as soon as it fits', async () => {
    const { session, text, device } = editing();
    await session.settled();
    session.write('kept');
    await session.settled();
    session.write(`kept ${tooLong}`);
    expect(session.save()).toMatchObject({ at: 'not-saved', why: { code: 'note-too-large' } });
    expect(session.content().text).toBe(`kept ${tooLong}`);
    expect(session.holdsWords()).toBe(true);
    expect(await session.settled()).toBe(false);
    expect(session.save()).toMatchObject({ at: 'not-saved' });
    expect(await text()).toBe('kept');
    session.write('kept and on');
    expect(await session.settled()).toBe(true);
    expect(session.save()).toMatchObject({ at: 'saved' });
    expect(await text()).toBe('kept and on');
    // What was too long is not among what was removed: that would count for ever.
    expect((await device.database.docs.toArray())[0]?.state.length).toBeLessThan(1000);
  });

  it('counts as settled again when text that was too long is removed completely', async () => {
    const { session, device } = editing();
    await session.settled();
    session.write('kept');
    await session.settled();
    session.write(`kept${tooLong}`);
    session.write('kept');
    expect(session.save()).toMatchObject({ at: 'saved' });
    expect(session.holdsWords()).toBe(false);
    expect((await device.database.docs.toArray())[0]?.state.length).toBeLessThan(1000);
  });

  it('holds back changes of others while the field is too long, and loses neither', async () => {
    const { session, device, text } = editing();
    await session.settled();
    session.write('kept');
    await session.settled();
    session.write(`${tooLong}kept`);
    await device.type(opec, 'kept, and theirs');
    session.retry();
    await session.settled();
    expect(session.content().text).toBe(`${tooLong}kept`);
    session.write('mine: kept');
    await session.settled();
    expect(session.content().text).toBe('mine: kept, and theirs');
    expect(await text()).toBe('mine: kept, and theirs');
  });

  it('that is closed while the field is too long asks nothing more', async () => {
    const { session, life, timer } = editing();
    await session.settled();
    session.write(tooLong);
    life.abort();
    await session.settled();
    expect(timer()).toBeNull();
  });
});

describe('embedded objects in a text', () => {
  const withObjects = () =>
    updateWith(({ text }) => {
      text.insert(0, 'one two three');
      text.format(0, 3, { bold: true });
      text.insertEmbed(13, { at: 'the end' });
      text.insertEmbed(7, new Y.Map());
      text.insertEmbed(4, { a: 1 });
      text.insertEmbed(0, { at: 'the start' });
    });

  it('are not text, and shift no edit', async () => {
    const device = createDevice();
    await accept(device, withObjects());
    expect((await device.store.read('ana'))?.text).toBe('one two three');
    let text = 'one two three';
    for (const next of ['one 2 three', 'Xone 2 three', 'Xone 2 threeY', 'Xone 2 Mthree', 'X', '', 'anew']) {
      await device.type(ana, next);
      text = next;
      expect((await device.store.read('ana'))?.text).toBe(text);
    }
  });

  it('leave the caret in place when changes arrive', () => {
    const editor = createEditorDocument({ subject: ana, session: 5, now: () => 1 });
    editor.receive(withObjects());
    const other = openDocument(6, withObjects());
    other.text.insert(3, '1234');
    const news = editor.receive(Y.encodeStateAsUpdate(other.doc));
    expect(news?.content.text).toBe('on1234e two three');
    expect(news?.move(1)).toBe(1);
    expect(news?.move(7)).toBe(11);
    expect(news?.move(13)).toBe(17);
  });
});
