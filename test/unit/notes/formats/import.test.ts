/**
 * Each format, exported and imported: what it says about a note, and what it accepts from other programs. Long because
 * they share their notes.
 */
import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../../../lib/notes/formats';
import { ana, opec } from '../device';
import { anyNotes, anyText } from './any-note';
import { createDesk, type Desk, EXPORTS, md, passage, written } from './desk';

const DAY = 86_400_000;
/** The exported Markdown file of one note. */
async function fileOf(desk: Desk, stem: string): Promise<string> {
  const { bytes } = await desk.files.exportMarkdown();
  return strFromU8(unzipSync(bytes)[`Backstory/${stem}.md`] ?? new Uint8Array());
}

describe.each(EXPORTS)('%s', (kind) => {
  it('brings every note to an empty device, and changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(anyNotes, async (notes) => {
        const [one, two] = [createDesk(), createDesk()];
        const source = { name: 'b', bytes: strToU8(writeBackup({ at: 0, device: '', notes, docs: [] })) };
        await one.bring(source);
        const told = notes.filter(({ text, tags, quotes }) => text !== '' || tags.length > 0 || quotes.length > 0);
        const file = await one.files[kind]();
        expect(await two.bring(file)).toEqual({ added: told.length, merged: 0, same: 0, notUnderstood: [] });
        expect(await two.notes()).toEqual(await one.notes());
        expect(await two.bring(file)).toEqual({ added: 0, merged: 0, same: told.length, notUnderstood: [] });
        expect(await one.bring(file)).toEqual({ added: 0, merged: 0, same: told.length, notUnderstood: [] });
      }),
      { numRuns: 30 },
    );
  });

  it('makes the same document of one file on two devices, so that sync duplicates nothing', async () => {
    const [one, two, three] = [await written(), createDesk(), createDesk()];
    const file = await one.files[kind]();
    await two.bring(file);
    three.clock.at += 3 * DAY;
    await three.bring(file);
    await two.ledger.accept('account', await three.store.allDocs(), []);
    expect((await two.read('ana'))?.text).toBe('Minister since May.\nFormerly a judge.');
    expect(await two.notes()).toEqual(await three.notes());
  });

  it('loses nothing of a note that was changed meanwhile, nor of one from another device', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (first, later, other) => {
        const [one, two] = [createDesk(), createDesk()];
        await one.type(ana, first);
        const file = await one.files[kind]();
        await one.type(ana, later);
        await two.type(ana, other);
        const [hereNow, thereNow] = [(await one.read('ana'))?.text ?? '', (await two.read('ana'))?.text ?? ''];
        for (const desk of [one, two]) expect((await desk.bring(file)).notUnderstood).toEqual([]);
        const here = await one.memory('ana');
        const there = await two.memory('ana');
        expect(here).toContain(hereNow);
        expect(here).toContain(first);
        expect(there).toContain(thereNow);
        if (first.trim() !== '') expect(level(there)).toContain(level(first));
        const again = [await one.notes(), await two.notes()];
        await one.bring(file);
        await two.bring(file);
        expect([await one.notes(), await two.notes()]).toEqual(again);
      }),
      { numRuns: 30 },
    );
  });
});

const level = (text: string) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim();

describe('a backup', () => {
  it('restores the bin, the settings and removed passages', async () => {
    const one = await written();
    await one.type(opec, 'Twelve members.');
    await one.store.remove('opec');
    await one.settings.change(new Map([['off:news.example', true]]));
    const two = createDesk();
    expect(await two.bring(await one.files.exportBackup())).toMatchObject({ added: 2, merged: 0 });
    expect(await two.notes()).toEqual(await one.notes());
    expect(await two.ledger.digest()).toEqual(await one.ledger.digest());
    expect((await two.read('opec'))?.kept).toBe(0);
    expect(await two.store.removedPassages('opec')).toEqual(await one.store.removedPassages('opec'));
    expect(await two.settings.read()).toEqual(new Map([['off:news.example', true]]));
  });

  it('is merged with what is here: neither replaces the other', async () => {
    const one = await written();
    const old = await one.files.exportBackup();
    await one.type(ana, 'Minister since May, of finance.\nFormerly a judge.');
    const now = await one.notes();
    expect(await one.bring(old)).toEqual({ added: 0, merged: 0, same: 2, notUnderstood: [] });
    expect(await one.notes()).toEqual(now);
  });

  it('counts a plain note that was changed by hand as an edit', async () => {
    const one = await written();
    const json = strFromU8((await one.files.exportBackup()).bytes).replace(/("text": ")Thirteen/, '$1Fourteen');
    expect(await one.bring(md('b.json', json))).toMatchObject({ merged: 1, same: 1 });
    expect((await one.read('opec'))?.text).toBe('Fourteen members.');
    expect((await one.store.versions('opec'))[0]).toMatchObject({ text: 'Thirteen members.', endedBy: 'restore' });
  });

  it.each([
    ['damaged', (json: string) => json.slice(0, -30)],
    ['damaged', (json: string) => json.replace(/("state": ")(.)/, (_, key, c) => `${key}${c === 'A' ? 'B' : 'A'}`)],
    ['damaged', (json: string) => json.replace(/"sum": ".*"/, '"sum": 5')],
    ['newer', (json: string) => json.replace('"schema": 1', '"schema": 2')],
    ['foreign', (json: string) => json.replace('"backstory": "backup"', '"bookmarks": "all"')],
  ])('that is %s changes nothing and says so', async (why, change) => {
    const one = await written();
    const json = strFromU8((await one.files.exportBackup()).bytes);
    const two = createDesk();
    const report = await two.bring(md('backup.json', change(json)));
    expect(report).toMatchObject({
      added: 0,
      merged: 0,
      same: 0,
      notUnderstood: [{ file: 'backup.json', line: null, why }],
    });
    expect(await two.notes()).toEqual([]);
  });

  it('made by hand, of plain notes alone, is read as far as it holds notes', async () => {
    const desk = await written();
    const notes = [
      { entity: 'ana', text: 'Judge.' },
      { name: 'opec', text: 'Thirteen members.', tags: ['oil'] },
      {
        entity: 'eu',
        name: 'EU',
        kind: 'group',
        text: 'Union.',
        created: '2026-01-01',
        quotes: [{ text: 'Ever closer.' }],
      },
      { text: 'Of whom?' },
      { entity: 'nato' },
      'nothing',
    ];
    const report = await desk.bring(md('mine.json', JSON.stringify({ backstory: 'backup', schema: 1, notes })));
    expect(report).toMatchObject({ added: 1, merged: 2, same: 0 });
    expect(report.notUnderstood.map(({ why, detail }) => [why, detail])).toEqual([
      ['no-name', 'notes[3]'],
      ['not-a-note', 'notes[4]'],
      ['not-a-note', 'notes[5]'],
    ]);
    expect((await desk.read('ana'))?.text).toBe(
      'Minister since May.\nFormerly a judge.\n\nImported 2026-06-01\nJudge.',
    );
    expect((await desk.read('opec'))?.tags).toEqual(['oil']);
    expect(await desk.read('eu')).toMatchObject({ kind: 'group', text: 'Union.', quotes: [{ text: 'Ever closer.' }] });
  });

  it('with an invalid document changes nothing, not even for its valid ones', async () => {
    const one = await written();
    const docs = [...(await one.store.allDocs()), { doc: 'note:bad' as const, update: new Uint8Array([9, 9, 9]) }];
    const two = createDesk();
    const bytes = strToU8(writeBackup({ at: 0, device: '', notes: [], docs }));
    expect((await two.bring({ name: 'b.json', bytes })).notUnderstood).toMatchObject([
      { why: 'damaged', detail: 'note:bad' },
    ]);
    expect(await two.notes()).toEqual([]);
    expect(await two.store.allDocs()).toEqual([]);
  });
});

describe('a Markdown file', () => {
  it('that Obsidian has rewritten but nobody has changed adds nothing', async () => {
    const desk = await written();
    const file = await fileOf(desk, 'Ana Silva');
    const [, head = '', body = ''] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(file) ?? [];
    const fields = head.split(/\n(?=[a-z])/).map((field) => field.trimEnd());
    const rewritten = ['cssclasses:\n  - wide', ...fields.reverse(), 'rating: 5'].join('\n');
    const now = await desk.notes();
    for (const eol of ['\n', '\r\n']) {
      const text = `---\n${rewritten}\n---\n${body}`.replaceAll('\n', eol);
      expect(await desk.bring(md('Ana Silva.md', text))).toEqual({ added: 0, merged: 0, same: 1, notUnderstood: [] });
    }
    expect(await desk.bring(md('x.md', `\ufeff${file.trimEnd()}`))).toMatchObject({ merged: 0, same: 1 });
    expect(await desk.notes()).toEqual(now);
  });

  it('is recognised by its name, whatever its first line looks like', async () => {
    const desk = await written();
    for (const [i, line] of ['#tags: a b', 'name,text', '{ "backstory"'].entries()) {
      expect(await desk.bring(md('opec.md', `${line}\nSaid ${i}.`))).toMatchObject({ merged: 1, notUnderstood: [] });
      expect((await desk.read('opec'))?.text).toContain(`${line}\nSaid ${i}.`);
    }
  });

  it('that was changed becomes an edit of the note as it was exported', async () => {
    const desk = await written();
    const file = (await fileOf(desk, 'Ana Silva')).replace('since May', 'since last May').replaceAll('\n', '\r\n');
    expect(await desk.bring(md('Ana Silva.md', file))).toMatchObject({ merged: 1 });
    expect((await desk.read('ana'))?.text).toBe('Minister since last May.\nFormerly a judge.');
    expect(await desk.store.removedPassages('ana')).toEqual([]); // one splice: nothing was taken out
  });

  it('is added below the note if both were changed', async () => {
    const desk = await written();
    const file = (await fileOf(desk, 'OPEC')).replace('Thirteen', 'Fourteen');
    await desk.type(opec, 'Twelve members.');
    await desk.bring(md('OPEC.md', file));
    expect((await desk.read('opec'))?.text).toBe('Twelve members.\n\nImported 2026-06-01\nFourteen members.');
    expect(await desk.bring(md('OPEC.md', file))).toMatchObject({ merged: 0, same: 1 });
  });

  it('adds tags and passages that were written into it', async () => {
    const desk = await written();
    const file = (await fileOf(desk, 'Ana Silva'))
      .replace('  - Lisbon-talks\n', '  - Lisbon-talks\n  - judge\n')
      .concat('\n> It was long.\n>\n> — [Later](https://news.example/later), 2026-06-02\n\n> Short.\n');
    await desk.bring(md('a.md', file));
    const note = await desk.read('ana');
    expect(note?.tags).toEqual(['judge', 'Lisbon talks']);
    expect(note?.quotes.map(({ text, url, day }) => [text, url, day]).sort()).toEqual([
      ['It was long.', 'https://news.example/later', '2026-06-02'],
      ['She spoke first.', 'https://news.example/talks', '2026-05-30'],
      ['Short.', '', null],
    ]);
    expect(note?.text).toBe('Minister since May.\nFormerly a judge.');
  });

  it('without our key is matched by a name that only one note has', async () => {
    const twin = { entity: 'ana-2', name: 'Ana Costa', kind: 'person' as const };
    const desk = createDesk([twin, { ...twin, entity: 'a', name: 'Rui' }, { ...twin, entity: 'b', name: 'Rui' }]);
    await desk.type(ana, 'Judge.');
    const report = await desk.bring(
      md('vault/ana silva.md', 'Minister.\n'),
      md('Ana Costa.md', '---\ntags: [new]\n---\nAnother.'),
      md('Rui.md', 'Which?'),
      md('Nobody.md', 'Who?'),
    );
    expect(report).toEqual({
      added: 1,
      merged: 1,
      same: 0,
      notUnderstood: [
        { file: 'Rui.md', line: null, why: 'ambiguous-name', detail: 'Rui' },
        { file: 'Nobody.md', line: null, why: 'unknown-name', detail: 'Nobody' },
      ],
    });
    expect((await desk.read('ana'))?.text).toBe('Judge.\n\nImported 2026-06-01\nMinister.');
    expect(await desk.read('ana-2')).toMatchObject({ name: 'Ana Costa', text: 'Another.', tags: ['new'] });
  });
});

describe('a table', () => {
  it('reports lines that it cannot read by number and takes the others', async () => {
    const desk = createDesk();
    const rows = [
      'name;text;entity;rating',
      'Ana Silva;"two\nlines";ana;5',
      'short;1',
      ';no name;;',
      'OPEC;x;opec;3;4',
      'EU;yes;eu;1',
      'alone',
    ];
    const report = await desk.bring({ name: 'n.csv', bytes: strToU8(rows.join('\n')) });
    expect(report).toMatchObject({ added: 3, merged: 0, same: 0 });
    expect(report.notUnderstood).toEqual([
      { file: 'n.csv', line: 5, why: 'no-name', detail: '' },
      { file: 'n.csv', line: 6, why: 'more-fields', detail: '4' },
      { file: 'n.csv', line: 8, why: 'bad-line', detail: '1/4' },
      { file: 'n.csv', line: 4, why: 'unknown-name', detail: 'short' },
    ]);
    expect((await desk.read('ana'))?.text).toBe('two\nlines');
  });

  it('holds no cell that a spreadsheet would run as a formula', async () => {
    const desk = createDesk();
    for (const [i, text] of ['=cmd()', '+1', '-1', '@SUM(A1)', '\t=1', "'=1", '＝1'].entries()) {
      await desk.type({ ...ana, entity: `e${i}` }, text);
    }
    const csv = Buffer.from((await desk.files.exportCsv()).bytes).toString();
    expect(csv).toMatch(/^\ufeffentity,name,/);
    expect(csv).not.toMatch(/(^|[,\n"])[=+\-@\t＝]/);
  });

  it('saved by a spreadsheet as UTF-16 with tabs is read, but not a cell cut at its limit', async () => {
    const desk = createDesk();
    const text = `entity\tname\ttext\r\nana\tAna\tmãe\r\nopec\tOPEC\t${'x'.repeat(32_767)}\r\n`;
    const bytes = new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    const report = await desk.bring({ name: 'Unicode.txt', bytes });
    expect(report).toMatchObject({ added: 1, notUnderstood: [{ line: 3, why: 'cut-off', detail: 'OPEC' }] });
    expect((await desk.read('ana'))?.text).toBe('mãe');
  });
});

describe('flashcards', () => {
  it('that Anki has exported again are read, including changes', async () => {
    const desk = await written();
    const exported = strFromU8((await desk.files.exportAnki()).bytes);
    const rows = exported.split('\n').filter((row) => row !== '' && !row.startsWith('#'));
    const again = rows
      .map((row) => row.split('\t'))
      .map(([guid, front, back, tags]) => [guid, 'Basic', 'News', front, back, tags]);
    const headers = [
      '#separator:tab',
      '#html:true',
      '#guid column:1',
      '#notetype column:2',
      '#deck column:3',
      '#tags column:6',
    ];
    const file = [...headers, ...again.map((row) => row.join('\t'))].join('\n').replace('Thirteen&', 'Thirteen&');
    expect(await desk.bring(md('Notes.txt', `${file}\n`))).toEqual({ added: 0, merged: 0, same: 2, notUnderstood: [] });
    const edited = file.replace('Thirteen members.', 'Thirteen members.<div>Then twelve &amp; fewer.</div>');
    expect(await desk.bring(md('Notes.txt', edited))).toMatchObject({ merged: 1, same: 1 });
    expect((await desk.read('opec'))?.text).toBe('Thirteen members.\nThen twelve & fewer.');
  });

  it('written by hand are matched by name', async () => {
    const desk = await written();
    const file = '#separator:Semicolon\n#html:false\n#columns:Front;Back\nOPEC;Based in <Vienna>\nNobody;x\nalone\n';
    const report = await desk.bring(md('cards.txt', file));
    expect(report).toMatchObject({ merged: 1 });
    expect(report.notUnderstood.map(({ line, why }) => [line, why])).toEqual([
      [6, 'bad-line'],
      [5, 'unknown-name'],
    ]);
    expect((await desk.read('opec'))?.text).toContain('Imported 2026-06-01\nBased in <Vienna>');
  });

  it('are read whatever character their id begins with, and comments are left out', async () => {
    const desk = await written();
    const head = '#separator:tab\n#html:false\n#guid column:1\n';
    const report = await desk.bring(md('cards.txt', `${head}#x9!\tOPEC\tBased in Vienna\n# mine\n#y\tNobody\tx\n`));
    expect(report).toMatchObject({ merged: 1, notUnderstood: [{ line: 6, why: 'unknown-name', detail: 'Nobody' }] });
    expect((await desk.read('opec'))?.text).toContain('Based in Vienna');
  });

  it('hold nothing that Anki would run, and return it as it was', async () => {
    const [one, two] = [createDesk(), createDesk()];
    const text = '[sound:a.mp3] &#91;latex] [latex]\\input{x}[/latex]';
    await one.type(ana, text);
    await one.store.addQuote(ana, { ...passage, text: `Said ${text}`, title: text });
    const file = await one.files.exportAnki();
    expect(strFromU8(file.bytes)).not.toContain('[');
    await two.bring(file);
    expect(await two.read('ana')).toMatchObject({ text, quotes: [{ text: `Said ${text}`, title: text }] });
  });

  it('in an Anki package lead to a request to export them as text', async () => {
    const bytes = zipSync({ 'collection.anki21b': new Uint8Array(9), media: new Uint8Array(1) });
    expect((await createDesk().bring({ name: 'a.apkg', bytes })).notUnderstood).toMatchObject([
      { why: 'anki-package' },
    ]);
  });
});
