/** Files of notes whose keys have changed: what they contain, and which notes they update when imported. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createIdentityKeeper, createNoteFiles, type FileToImport } from '../../../lib/notes';
import { createDevice, type Device, session } from './device';

const opec = { entity: 'opec', name: 'OPEC', kind: 'group' } as const;
const plus = { entity: 'opec-plus', name: 'OPEC Plus', kind: 'group' } as const;
const byId = { entity: 'q7795', name: 'OPEC', kind: 'group' } as const;
const JOINED: Readonly<Record<string, readonly string[]>> = { opec: ['q7795'], 'opec-plus': ['q7795'] };

async function learn({ database }: Device) {
  const heirs = async () => (key: string) => JOINED[key] ?? [key];
  await createIdentityKeeper({ database, edition: async () => 'joined', heirs }).keep();
}

const filesOf = ({ database, clock }: Device) =>
  createNoteFiles({
    database,
    now: () => clock.at,
    session,
    words: { quotes: 'Quoted', related: 'Related', kind: (kind) => kind },
    imported: () => 'Imported',
  });

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const named = (name: string, text: string): FileToImport => ({ name, bytes: new TextEncoder().encode(text) });
const documents = async ({ database }: Device) =>
  (await database.notes.toArray()).map(({ entity, text }) => [entity, text]);

async function joined() {
  const device = createDevice();
  await device.type(opec, 'Founded in 1960');
  await device.type(plus, 'With Russia');
  await device.type({ entity: 'ana', name: 'Ana', kind: 'person' }, 'Of OPEC');
  await device.store.relink(async (text) => (text === 'Of OPEC' ? ['q7795'] : []), 10);
  await learn(device);
  await device.store.relink(async (text) => (text === 'Of OPEC' ? ['q7795'] : []), 10);
  return device;
}

describe('a file of exported notes', () => {
  it('gives today’s key, the id and the key under which a note was written', async () => {
    const files = filesOf(await joined());
    const archive = unzipSync((await files.exportMarkdown()).bytes);
    const markdown = Object.values(archive).map(textOf).join('\n');
    expect(markdown).toContain('backstory: q7795\nnoted under: opec-plus\nwikidata: Q7795\nname: OPEC Plus');
    expect(textOf(archive['Backstory/Ana.md'] ?? new Uint8Array())).toContain('- [[OPEC]]\n- [[OPEC Plus]]');
    const csv = textOf((await files.exportCsv()).bytes);
    expect(csv).toMatch(/q7795,OPEC,group,Founded in 1960,.*,Q7795,opec\r/);
    expect(csv).toMatch(/ana,Ana,person,Of OPEC,.*,,\r/);
    const { notes } = JSON.parse(textOf((await files.exportBackup()).bytes)) as { notes: object[] };
    expect(notes).toContainEqual(expect.objectContaining({ entity: 'opec', today: 'q7795', wikidata: 'Q7795' }));
    expect(notes).toContainEqual(expect.not.objectContaining({ wikidata: expect.anything() }));
  });

  it.each(['exportMarkdown', 'exportCsv', 'exportAnki', 'exportBackup'] as const)(
    'is imported under the key where it was written, here and on a device that knows no ids: %s',
    async (way) => {
      const device = await joined();
      const before = await documents(device);
      const file = await filesOf(device)[way]();
      expect(await filesOf(device).importFiles([file])).toMatchObject({
        added: 0,
        merged: 0,
        same: 3,
        notUnderstood: [],
      });
      expect(await documents(device)).toEqual(before);
      const other = createDevice();
      await filesOf(other).importFiles([file]);
      expect(await documents(other)).toEqual(before);
    },
  );
});

describe('a file exported on another device', () => {
  const row = (entity: string, text: string, version = '') =>
    named('notes.csv', `entity,name,kind,text,version\n${entity},OPEC,group,${text},${version}\n`);

  it('with the same text under today’s key adds nothing', async () => {
    const device = await joined();
    for (const own of ['', 'Cuts its output']) {
      if (own !== '') await device.type(byId, own);
      const before = await documents(device);
      expect(await filesOf(device).importFiles([row('q7795', 'With Russia')])).toMatchObject({ same: 1 });
      expect(await documents(device)).toEqual(before);
    }
  });

  it('with another text makes a part of it, the same on every device', async () => {
    const [device, other] = [await joined(), createDevice()];
    for (const one of [device, other]) await filesOf(one).importFiles([row('q7795', 'Cuts its output')]);
    const whole = await device.store.whole('opec');
    expect(whole?.parts.map(({ text }) => text)).toEqual(['Cuts its output', 'Founded in 1960', 'With Russia']);
    const digest = async (one: Device) => (await one.database.notes.get('q7795'))?.digest;
    expect(await digest(device)).toBe(await digest(other));
  });

  it('that was changed since the export edits the part that was exported', async () => {
    const device = await joined();
    const csv = textOf((await filesOf(device).exportCsv()).bytes).replace('With Russia', 'With Russia since 2016');
    await filesOf(device).importFiles([named('notes.csv', csv.replaceAll(',opec-plus', ','))]);
    expect(await documents(device)).toContainEqual(['opec-plus', 'With Russia since 2016']);
    expect(await device.database.docs.get('note:q7795')).toBeUndefined();
  });

  it('that gives only a name goes to the existing note, unless it may mean another', async () => {
    const device = await joined();
    const plain = (text: string) => named('notes.csv', `name,text\nOPEC,${text}\n`);
    await filesOf(device).importFiles([plain('Meets in Vienna')]);
    expect(await documents(device)).toContainEqual(['opec', 'Founded in 1960\n\nImported\nMeets in Vienna']);
    await device.type(byId, 'Cuts its output');
    expect(await filesOf(device).importFiles([plain('Has a seat')])).toMatchObject({ merged: 1, notUnderstood: [] });
    expect(await documents(device)).toContainEqual(['q7795', 'Cuts its output\n\nImported\nHas a seat']);
    await device.type({ ...byId, entity: 'other' }, 'Another');
    expect(await filesOf(device).importFiles([plain('X')])).toMatchObject({
      notUnderstood: [{ why: 'ambiguous-name' }],
    });
  });

  it('with a former key belongs to today’s note', async () => {
    const device = createDevice();
    await device.type(byId, 'Cuts its output');
    await filesOf(device).importFiles([row('opec', 'Founded in 1960')]);
    await learn(device);
    expect(
      (await device.store.list({ words: '', tag: null, order: 'name', kept: true, offset: 0, limit: 9 })).total,
    ).toBe(1);
    expect((await device.store.whole('q7795'))?.parts.map(({ entity }) => entity)).toEqual(['q7795', 'opec']);
  });
});
