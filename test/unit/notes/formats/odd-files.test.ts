/** Files that none of our programs wrote: what is left out, how that is reported, and that the rest is imported. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { createImporter, createNoteFiles, ImportStoppedError, NOTE_SIZE } from '../../../../lib/notes';
import type { FileToImport } from '../../../../lib/notes/formats';
import { ana, session } from '../device';
import { words } from './any-note';
import { createDesk, EXPORTS, md, written } from './desk';

describe.each(['\ud800x', ' ana', 'ana\n', 'x'.repeat(201), '  '])(
  'a note on %j, which is not the key of an entity,',
  (entity) => {
    const refused = async (file: FileToImport) => {
      const desk = createDesk();
      const { added, notUnderstood } = await desk.bring(file);
      expect([added, notUnderstood.map(({ why }) => why)]).toEqual([1, ['not-a-note']]);
      expect((await desk.notes()).map((note) => note.entity)).toEqual(['opec']);
    };

    it('is left out when a backup is imported, and reported', async () => {
      const notes = [
        { entity, name: 'Ana', text: 'x' },
        { entity: 'opec', name: 'OPEC', text: 'x' },
      ];
      await refused(md('b.json', JSON.stringify({ backstory: 'backup', schema: 1, notes })));
    });

    // A blank cell is no key at all, and no file of text holds half letters.
    if (entity === '  ' || entity === '\ud800x') return;
    it('is left out when tables, Markdown and cards are imported, and reported', async () => {
      await refused(md('n.csv', `entity,name,text\n"${entity}",Ana,x\nopec,OPEC,x\n`));
      const cards = [entity, 'opec'].map((key) => `backstory:${encodeURIComponent(key)}\tAna\tx\n`);
      await refused(md('c.txt', `#separator:tab\n#guid column:1\n${cards.join('')}`));
      const file = (key: string) => strToU8(`---\nbackstory: ${JSON.stringify(key)}\n---\nx`);
      await refused({ name: 'v.zip', bytes: zipSync({ 'a.md': file(entity), 'b.md': file('opec') }) });
    });
  },
);

it('treats a blank key in a table as missing', async () => {
  const desk = await written();
  expect(await desk.bring(md('n.csv', 'entity,name,text\n ,OPEC,Vienna.\n'))).toMatchObject({ merged: 1 });
  expect((await desk.read('opec'))?.text).toContain('Vienna.');
});

it('restores a document under any valid name, and writes that name for every program', async () => {
  const [one, two] = [createDesk(), createDesk()];
  for (const entity of ['x'.repeat(300), '\ud800x']) await one.type({ ...ana, entity }, 'Judge.');
  for (const kind of EXPORTS) await one.files[kind]();
  expect(await two.bring(await one.files.exportBackup())).toMatchObject({ added: 1, merged: 0, same: 0 });
  expect((await two.read('x'.repeat(300)))?.text).toBe('Judge.');
});

it('matches no entity by a name as long as a page, and continues', async () => {
  const desk = createDesk();
  const refuse = () => Promise.reject(new Error('malformed'));
  const files = createNoteFiles({
    database: desk.database,
    now: () => desk.clock.at,
    session,
    words,
    imported: (day) => day,
    entitiesNamed: refuse,
  });
  const page = 'So it was said. '.repeat(30);
  const cards = md('c.txt', `#separator:tab\n#guid column:1\n\t${page}\tx\nbackstory:ana\tAna\tJudge.\n`);
  const { added, notUnderstood } = await files.importFiles([cards]);
  expect([added, notUnderstood]).toMatchObject([1, [{ line: 3, why: 'unknown-name' }]]);
  expect(notUnderstood[0]?.detail.length).toBeLessThan(200);
});

it('reports how far it came when storing fails', async () => {
  const desk = createDesk();
  const row = (name: string, rest = '') => md(`${name}.csv`, `entity,name,text\n${name},${name},x\n${rest}`);
  const full = Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' });
  desk.database.docs.hook('creating', (key) => {
    if (key === 'note:b') throw full;
  });
  const stopped = await desk.bring(row('a', ',,x\n'), row('b'), row('c')).catch((error: unknown) => error);
  expect(stopped).toBeInstanceOf(ImportStoppedError);
  expect(stopped).toMatchObject({ report: { added: 1, merged: 0, same: 0, notUnderstood: [{ file: 'a.csv' }] } });
  expect((await desk.notes()).map(({ entity }) => entity)).toEqual(['a']);
});

it('continues with the other files when one cannot be read', async () => {
  const desk = createDesk();
  const report = await desk.bring(
    md('a.bin', 'PK\u0003\u0004rubbish'),
    md('b.csv', 'entity,name,text\nana,Ana,Hello\n'),
  );
  expect(report).toMatchObject({ added: 1, notUnderstood: [{ file: 'a.bin', why: 'damaged' }] });
});

it('keeps nothing of a file when storing it is interrupted', async () => {
  const desk = createDesk();
  const ending = new AbortController();
  const committed: unknown[] = [];
  const importer = createImporter({
    database: desk.database,
    now: () => desk.clock.at,
    session,
    imported: (day) => day,
    committed: (docs) => committed.push(docs),
    signal: ending.signal,
  });
  // After the first row is put, before the transaction ends.
  desk.database.docs.hook('creating', () => ending.abort());
  const file = md('n.csv', 'entity,name,text\nana,Ana,x\nopec,OPEC,x\n');
  await expect(importer(file)).rejects.toThrow();
  expect(await desk.notes()).toEqual([]);
  expect(await desk.store.allDocs()).toEqual([]);
  expect(committed).toEqual([]);
});

it('does not start over without the notes that are too large once it has been stopped', async () => {
  const desk = createDesk();
  const ending = new AbortController();
  const importer = createImporter({
    database: desk.database,
    now: () => desk.clock.at,
    session: () => {
      // Asked for each note: the too large one ends the transaction, and the others would go into the next one.
      ending.abort();
      return session();
    },
    imported: (day) => day,
    signal: ending.signal,
  });
  const large = 'x'.repeat(NOTE_SIZE.characters + 1);
  await expect(importer(md('n.csv', `entity,name,text\nana,Ana,${large}\nopec,OPEC,x\n`))).rejects.toThrow();
  expect(await desk.notes()).toEqual([]);
});

it('does not match names by a note that was too large to import', async () => {
  const desk = createDesk();
  const large = 'x'.repeat(NOTE_SIZE.characters + 1);
  const files = [
    md('first.md', 'Asks for the names once.'),
    md('n.csv', `entity,name,text\nana,Ana,${large}\n`),
    md('Ana.md', 'Hello.'),
  ];
  const { added, notUnderstood } = await desk.bring(...files);
  expect(added).toBe(0);
  expect(notUnderstood.map(({ why }) => why)).toEqual(['unknown-name', 'too-big', 'unknown-name']);
});

it('reads the names of existing notes once for a whole vault, and knows those that it imported', async () => {
  const desk = await written();
  const reads = vi.spyOn(desk.database.notes, 'each');
  const files = [
    md('v/OPEC.md', 'Vienna.'),
    md('a.md', '---\nbackstory: eu\nname: EU\n---\nUnion.'),
    md('v/EU.md', 'Of 27.'),
    md('w/EU.md', 'Brussels.'),
  ];
  expect(await desk.bring(...files)).toMatchObject({ added: 1, merged: 3, notUnderstood: [] });
  expect((await desk.read('eu'))?.text).toContain('Brussels.');
  expect(reads).toHaveBeenCalledTimes(1);
});
