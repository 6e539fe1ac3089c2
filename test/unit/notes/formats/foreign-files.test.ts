/**
 * Files as other programs and people write them: tables that are not quite tables, old encodings, heads that are not
 * YAML. Long because each file is included whole.
 */
import { describe, expect, it } from 'vitest';
import { FormatError, readNotesFile } from '../../../../lib/notes/formats';
import { md } from './desk';

const AT = Date.UTC(2026, 10, 22);

const read = (name: string, content: string | Uint8Array) =>
  readNotesFile(typeof content === 'string' ? md(name, content) : { name, bytes: content }, AT);
const told = (content: string | Uint8Array) =>
  read('n.csv', content).notes.map(({ name, text, tags }) => [name, text, ...tags]);

function refusal(name: string, bytes: Uint8Array): string {
  try {
    read(name, bytes);
  } catch (error) {
    return error instanceof FormatError ? error.why : String(error);
  }
  return 'read';
}

describe('a table', () => {
  const ANA = [['Ana', 'A judge', 'law']];

  it.each([
    ['a blank first line', '\r\nname,text,tags\r\nAna,A judge,law\r\n'],
    ['blank lines all over', '\n \n\nname,text,tags\n\n  \nAna,A judge,law\n\n'],
    ['a first line of empty cells', ';;\r\nname;text;tags\r\nAna;A judge;law\r\n;;\r\n'],
    ['empty cells in quotation marks', '"","",""\nname,text,tags\nAna,A judge,law\n'],
    ['its separator told', 'sep=;\r\nname;text;tags\r\nAna;A judge;law\r\n'],
    ['its separator told in quotation marks', '"sep=;"\r\nname;text;tags\r\nAna;A judge;law\r\n'],
    ['a separator that nobody would guess', 'sep=#\nname#text#tags\nAna#A judge#law\n'],
    ['a tab told as it is', 'sep=\t\nname\ttext\ttags\nAna\tA judge\tlaw\n'],
    ['a tab told as programs write it', 'SEP=\\t\nname\ttext\ttags\nAna\tA judge\tlaw\n'],
    ['the wrong separator told', 'sep=,\nname;text;tags\nAna;A judge;law\n'],
    ['a mark, a blank line and its separator told', '\ufeff\n"sep=;"\nname;text;tags\nAna;A judge;law\n'],
    ['only carriage returns', '\rname,text,tags\rAna,A judge,law\r'],
    ['shorter lines', 'name,text,tags,quotes,kind\nAna,A judge,law\n'],
    ['empty cells behind the last column', 'name,text,tags\nAna,A judge,law,,,\n'],
  ])('with %s is read', (_, csv) => {
    expect(told(csv)).toEqual(ANA);
    expect(read('n.csv', csv).problems).toEqual([]);
    expect(read('download', csv).notes).toHaveLength(1);
  });

  it('counts lines as its reader does, whatever comes before the header', () => {
    const csv = '\nsep=;\n\nname;text\nAna;"two\nlines"\n;x\n';
    expect(read('n.csv', csv)).toMatchObject({ notes: [{ line: 5 }], problems: [{ line: 7, why: 'no-name' }] });
  });

  it('with unquoted text keeps all of it', () => {
    expect(told('name,tags,text\nAna,law,"A judge", since May, they say\n')).toEqual([
      ['Ana', 'A judge, since May, they say', 'law'],
    ]);
    // Further to the left nobody knows where it ends: what is over is named.
    const found = read('n.csv', 'name,text,tags\nAna,A judge,law,and more,\n');
    expect(found.notes).toMatchObject([{ text: 'A judge', tags: ['law'] }]);
    expect(found.problems).toEqual([{ file: 'n.csv', line: 2, why: 'more-fields', detail: 'and more' }]);
  });

  it('names a line that says nothing about an entity', () => {
    expect(read('n.csv', 'name,text\nTotal\nAna,A judge\n')).toMatchObject({
      notes: [{ name: 'Ana' }],
      problems: [{ line: 2, why: 'bad-line', detail: '1/2' }],
    });
  });

  it('with quotation marks inside a cell keeps them, as long as the cell ends on its line', () => {
    expect(told('name,text\nAna,"She said "no" twice"\nBo,He said "yes"\nChi,"a ""b"" c"\n')).toEqual([
      ['Ana', 'She said "no" twice'],
      ['Bo', 'He said "yes"'],
      ['Chi', 'a "b" c'],
    ]);
  });

  it.each(['name,text\n\nAna,"A judge\nBo,A clerk\n', 'name,text\n\nAna,"A "judge,x\nBo,"A clerk"\n'])(
    'with a quotation mark that would swallow lines is refused with its place: %j',
    (csv) => {
      expect(() => read('n.csv', csv)).toThrow('open-quote: 3');
    },
  );
});

/** As bytes, since no program here writes these: a line of a table in each code page. */
const hex = (digits: string) => Uint8Array.from(digits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const join = (...parts: (string | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])));
const wide = (text: string, little: boolean) =>
  Uint8Array.from([...Buffer.from(text, 'utf16le')].map((_, at, all) => all[little ? at : at ^ 1] ?? 0));

describe('a table that does not declare its encoding', () => {
  it.each([
    [
      'windows-1251',
      'ddf1ece0e8eb20cae0e0ede83bcaeeece0ede4f3e5f220f120ffede2e0f0ff2032303230',
      'Эсмаил Каани',
      'Командует с января 2020',
    ],
    [
      'windows-1251, Ukrainian',
      'c7e5ebe5edf1fceae8e93bcff0e5e7e8e4e5edf220d3eaf0e0bfede82c20bfe7e4e8e2',
      'Зеленський',
      'Президент України, їздив',
    ],
    [
      'windows-1252, French',
      '4a6f73e93b456e747261ee6e657572206ee920e02047656ee87665',
      'José',
      'Entraîneur né à Genève',
    ],
    [
      'windows-1252, German',
      '4de4726b656c3b46fc7220466cfc6368746c696e6765206765f666666e6574',
      'Märkel',
      'Für Flüchtlinge geöffnet',
    ],
    ['windows-1252, Portuguese', '4a6fe36f3b6ee36f20e92073f3206973736f', 'João', 'não é só isso'],
    ['windows-1252, one letter', '50e972657a3b6d696e6973746572', 'Pérez', 'minister'],
    [
      'windows-1250, Polish',
      'a3756b61737a3b47ea9c206920bff3b3772073b9207720b3f3bf6b75',
      'Łukasz',
      'Gęś i żółw są w łóżku',
    ],
    ['windows-1250, Czech', '426162699a3bf8656b6c2c209e652070f8699a656c', 'Babiš', 'řekl, že přišel'],
    ['windows-1250, Hungarian', '4f7262e16e3b737afb6b206bf672fb20f5737a6920fc6ce973', 'Orbán', 'szűk körű őszi ülés'],
    [
      'windows-1253',
      'cce7f4f3eff4dceae7f23bd0f1f9e8f5f0eff5f1e3fcf220f4e7f220c5ebebdce4e1f2',
      'Μητσοτάκης',
      'Πρωθυπουργός της Ελλάδας',
    ],
    [
      'windows-1254',
      '4572646ff0616e3b54fc726b6979652043756d6875726261fe6b616efd2c20fdfefd6b',
      'Erdoğan',
      'Türkiye Cumhurbaşkanı, ışık',
    ],
    ['windows-1255', 'f0faf0e9e4e53bf8e0f920eeeef9ecfa20e9f9f8e0ec', 'נתניהו', 'ראש ממשלת ישראל'],
    [
      'windows-1256',
      'dec7c2e4ed3bdec7c6cf20ddede1de20c7e1decfd320e3e4d020ede4c7edd1',
      'قاآني',
      'قائد فيلق القدس منذ يناير',
    ],
    [
      'windows-1257',
      '4e617573eb64613b7072657a6964656e746173206e756f206d6574f82c20e8696120677976656ee073',
      'Nausėda',
      'prezidentas nuo metų, čia gyvenąs',
    ],
    [
      'windows-874',
      'e0c8c3c9b0d23bb9d2c2a1c3d1b0c1b9b5c3d5a2cda7bbc3d0e0b7c8e4b7c2',
      'เศรษฐา',
      'นายกรัฐมนตรีของประเทศไทย',
    ],
    ['shift_jis', '8add936395b697593b93fa967b82cc918d979d91e5906282c582b582bd', '岸田文雄', '日本の総理大臣でした'],
    [
      'gb18030',
      'cfb0bdfcc6bd3bd6d0b9fab5c4b9fabcd2d6f7cfafa3accbfbcac7c1ecb5bcc8cb',
      '习近平',
      '中国的国家主席，他是领导人',
    ],
    ['big5', 'bfe0b24dbc773ba4a4b5d8a5c1b0eac160b2cea141a54cac4fa544ae75', '賴清德', '中華民國總統，他是主席'],
    ['euc-kr', 'c0b1bcaebfad3bb4ebc7d1b9ceb1b9c0c720b4ebc5ebb7c9c0ccbefab4d9', '윤석열', '대한민국의 대통령이었다'],
    [
      'koi8-r',
      'fcd3cdc1c9cc20ebc1c1cec93bebcfcdc1cec4d5c5d420d320d1ced7c1d2d12032303230',
      'Эсмаил Каани',
      'Командует с января 2020',
    ],
    [
      'ibm866',
      '9de1aca0a8ab208aa0a0ada83b8aaeaca0ada4e3a5e220e120efada2a0e0ef2032303230',
      'Эсмаил Каани',
      'Командует с января 2020',
    ],
    ['macintosh', '4a6f738e3b456e747261946e657572206e8e20882047656e8f7665', 'José', 'Entraîneur né à Genève'],
  ])('is read in %s', (_, bytes, name, text) => {
    expect(told(join('name;text\r\n', hex(bytes), '\r\n'))).toEqual([[name, text]]);
  });

  it.each([true, false])('is read in UTF-16 without a byte order mark (little-endian: %s)', (little) => {
    const csv = 'name,text,tags\r\nКаани,Иран,дело\r\nAna,主席,law\r\n';
    expect(told(wide(csv, little))).toEqual([
      ['Каани', 'Иран', 'дело'],
      ['Ana', '主席', 'law'],
    ]);
    expect(told(wide(`\ufeff${csv}`, little))).toHaveLength(2);
  });

  it('is refused when it is UTF-8 with some corrupted bytes', () => {
    const sound = Buffer.from('name,text\nAna,Été à Genève\nBo,Déjà vu\n');
    for (const at of [16, 18, 20, 25]) {
      const bytes = new Uint8Array(sound);
      bytes[at] = 0xff;
      expect([at, refusal('n.csv', bytes)]).toEqual([at, 'not-text']);
    }
  });

  it('is refused when another encoding would turn corrupted UTF-8 into letters', () => {
    const sound = new TextEncoder().encode('name,text\n习近平,中国的国家主席，他是领导人\n');
    for (let at = 20; at < 43; at++) {
      const bytes = sound.slice();
      bytes[at] = 0xff;
      expect([at, refusal('n.csv', bytes)]).toEqual([at, 'not-text']);
      bytes[at] = 0x41;
      expect([at, refusal('n.csv', bytes)]).toEqual([at, 'not-text']);
    }
  });

  it.each([
    ['bytes of no text', Uint8Array.from({ length: 300 }, (_, i) => (i * 89) % 256)],
    ['letters of no language', join('name,text\nAna,x', hex('d7fffff7fd'), '\n')],
    ['a backup', join('{"backstory": "backup", "schema": 1, "notes": [{"name": "Jos', hex('e9'), '", "text": "x"}]}')],
  ])('is refused when a guess would be wild: %s', (_, bytes) => expect(refusal('n.csv', bytes)).toBe('not-text'));

  it('is refused rather than read in the wrong encoding when it has only one word', () => {
    const words = 'Иран Кремль Зеленский Лавров Байден Шойгу Госдума ООН НАТО МИД Собянин'.split(' ');
    const inRussian = (word: string, first: string) =>
      Uint8Array.from([...word], (letter) => 0xc0 + first.indexOf(letter));
    const windows = Array.from({ length: 64 }, (_, at) => String.fromCharCode(0x410 + at)).join('');
    const koi = 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ';
    let known = 0;
    for (const letters of [windows, koi]) {
      for (const word of words) {
        const bytes = join('name,text\n', inRussian(word, letters), ',x\n');
        const why = refusal('n.csv', bytes);
        if (why === 'read') expect(told(bytes)).toEqual([[word, 'x']]);
        known += why === 'read' ? 1 : 0;
      }
    }
    expect(known).toBeGreaterThan(words.length);
  });

  it('is decoded, and so is a Markdown note', () => {
    const bytes = join('---\nname: Jos', hex('e9'), '\n---\nEntra', hex('ee'), 'neur n', hex('e9'), '.\n');
    expect(read('a.md', bytes).notes).toMatchObject([{ name: 'José', text: 'Entraîneur né.' }]);
  });
});

describe('the head of a Markdown file that is not YAML', () => {
  const note = (head: string) => {
    const { notes, problems } = read('stem.md', `---\n${head}\n---\nHe keeps a low profile.\n`);
    expect(notes).toMatchObject([{ text: 'He keeps a low profile.' }]);
    expect(problems).toEqual([]);
    return notes[0];
  };

  it.each([
    ['title: Ghaani: the quiet heir', 'Ghaani: the quiet heir'],
    ['title: "Ghaani "the quiet" heir"', 'Ghaani "the quiet" heir'],
    ['title: "Ghaani" the heir', '"Ghaani" the heir'],
    ['title: "Iran" and "Iraq"', '"Iran" and "Iraq"'],
    ['title: "Ghaani', 'Ghaani'],
    ["title: 'Ghaani's war'", "Ghaani's war"],
    ["title: 'Tis Ghaani: a season", "'Tis Ghaani: a season"],
    ['title: @ghaani', '@ghaani'],
    ['title: `ghaani`', '`ghaani`'],
    ['title: %ghaani', '%ghaani'],
    ['title: *ghaani', '*ghaani'],
    ['title: &ghaani', 'stem'],
    ['title: [Iran] talks', '[Iran] talks'],
    ['title: {Iran} talks', '{Iran} talks'],
    ['title: - Ghaani: x', '- Ghaani: x'],
    ['title: Ghaani: a\n  quiet heir', 'Ghaani: a quiet heir'],
    ['name: Ghaani\ntitle: a: b: c', 'Ghaani'],
    ['title:Ghaani\ndate: a: b', 'Ghaani'],
    ['\ttitle: x\nname: Ghaani', 'Ghaani'],
  ])('%j is about %j', (head, name) => {
    if (head.startsWith('\t')) expect(read('a.md', `---\n${head}\n---\n`).notes[0]?.name).toBe(name);
    else expect(note(head)?.name).toBe(name);
  });

  it('keeps every other field', () => {
    const head = [
      'backstory: ghaani',
      'title: Ghaani: the quiet heir',
      'kind: person',
      'created: 2024-03-02',
      'cssclasses:',
      '  - wide: [',
      'tags:',
      '  - iran',
      '  - @quds',
      '  - "New York"',
    ];
    expect(note(head.join('\n'))).toMatchObject({
      entity: 'ghaani',
      name: 'Ghaani: the quiet heir',
      kind: 'person',
      createdAt: Date.UTC(2024, 2, 2),
      tags: ['iran', '@quds', 'New York'],
    });
    expect(note('title: a: b\ntags: [iran, "quds]')?.tags).toEqual(['iran', 'quds']);
    expect(note('title: a: b\ntags: @iran, quds')?.tags).toEqual(['@iran', 'quds']);
  });

  it('says which of its lines belong to nothing', () => {
    const found = read('a.md', '---\ntitle: a: b\nwhat is this\n# a comment\nand this\n---\nText.\n');
    expect(found.notes).toMatchObject([{ name: 'a: b', text: 'Text.' }]);
    expect(found.problems).toEqual([{ file: 'a.md', line: 3, why: 'front-matter', detail: '' }]);
  });

  it.each(['Two lines\nacross the page', '- a\n- list', 'He said: "no" and: left', '[a, b'])(
    'is plain text when none of its lines is a field of a note: %j',
    (block) => {
      const text = `---\n${block}\n---\nMore.`;
      expect(read('stem.md', `${text}\n`).notes).toMatchObject([{ name: 'stem', text }]);
    },
  );
});
