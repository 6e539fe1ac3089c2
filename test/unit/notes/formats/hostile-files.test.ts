/** Malicious files: reading them takes time linear in their size, and libraries are not given them. */
import { strToU8 } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as yaml from 'yaml';
import { FormatError, readNotesFile } from '../../../../lib/notes/formats';
import { htmlPieces, piecesText } from '../../../../lib/notes/formats/html-text';
import { deepHead, longCard, overlappingArchive } from '../../../tools/hostile-files';
import { md } from './desk';

vi.mock('yaml', async (original) => {
  const real = await original<typeof yaml>();
  return { ...real, parse: vi.fn(real.parse) };
});

const AT = Date.UTC(2026, 10, 22);

function refusal(file: { readonly name: string; readonly bytes: Uint8Array }): string {
  try {
    readNotesFile(file, AT);
  } catch (error) {
    return error instanceof FormatError ? error.why : String(error);
  }
  return 'read';
}

/** Letters that searches of the built-in kind pass over. */
function lettersPassed(run: () => unknown): number {
  let passed = 0;
  const { indexOf } = String.prototype;
  const { exec } = RegExp.prototype;
  const strings = vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, mark, from = 0) {
    const at = indexOf.call(this, mark, from);
    passed += (at < 0 ? this.length : at) - from;
    return at;
  });
  const patterns = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text) {
    const from = this.sticky || this.global ? this.lastIndex : 0;
    const found = exec.call(this, text);
    passed += found ? found.index + found[0].length - from : this.sticky ? 1 : text.length - from;
    return found;
  });
  try {
    run();
  } finally {
    strings.mockRestore();
    patterns.mockRestore();
  }
  return passed;
}

describe('the head of a Markdown file', () => {
  const parse = vi.mocked(yaml.parse);
  beforeEach(() => {
    parse.mockClear();
  });

  it.each([
    ['lists in lists', (n: number) => `a: ${'['.repeat(n)}${']'.repeat(n)}`],
    ['lists that never end', (n: number) => `a: ${'['.repeat(n)}`],
    ['lists in lists, with brackets in quotation marks', (n: number) => `a: ${'["]",'.repeat(n)}`],
    ['fields in fields', (n: number) => `a: ${'{a: '.repeat(n)}`],
    ['dashes after dashes', (n: number) => `a:\n  ${'- '.repeat(n)}x`],
    ['keys that are keys', (n: number) => `a:\n  ${'? '.repeat(n)}x`],
    ['steps', (n: number) => Array.from({ length: Math.min(n, 140) }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('of %s is not parsed as a whole, but its name and text are read', (_, nest) => {
    for (const levels of [100, 4000, 15_000]) {
      parse.mockClear();
      const file = md('x.md', `---\n${nest(levels)}\nbackstory: ana\nname: Ana: a judge\n---\nText.\n`);
      const { entity, name, text } = readNotesFile(file, AT).notes[0] ?? {};
      expect([entity, name, text?.slice(0, 10)]).toEqual(['ana', 'Ana: a judge', 'Text.']);
      for (const [source] of parse.mock.calls) expect(String(source).length).toBeLessThan(40);
    }
  });

  it('that is as deeply nested as any person writes is parsed as YAML', () => {
    const file = md('x.md', '---\na: [[[[b]]]]\nname: "Ana\\u0021"\n---\nText.\n');
    expect(readNotesFile(file, AT).notes[0]?.name).toBe('Ana!');
    expect(parse).toHaveBeenCalledTimes(1);
  });

  it('whose anchors refer to one another is not expanded', () => {
    const letters = [...'bcdefghij'];
    const bomb = letters.map((one, i) => `${one}: &${one} [${Array(9).fill(`*${'abcdefghi'[i]}`).join()}]`);
    const file = md('x.md', `---\na: &a [lol]\n${bomb.join('\n')}\nname: Ana\ntags: *j\n---\nText.\n`);
    expect(readNotesFile(file, AT).notes).toMatchObject([{ name: 'Ana', text: 'Text.', tags: ['*j'] }]);
  });

  it('that is too long to be one is treated as text', () => {
    const block = `---\nname: Ana\n${'a: b\n'.repeat(30_000)}---\nText.`;
    expect(readNotesFile(md('x.md', block), AT).notes).toMatchObject([{ name: 'x', text: block }]);
    expect(parse).not.toHaveBeenCalled();
  });

  it('made for the browser tests is read, too', () => {
    expect(readNotesFile(deepHead(45_000), AT).notes).toMatchObject([
      { entity: 'deep', name: 'Deep', text: 'Still here.' },
    ]);
  });
});

describe('a card', () => {
  it.each(['<!--', '<!-->', '<a "', "<a '", `<a"'"'`, `"<a`, '<a ', '<', '<b x="<i y=\'', '</b "', '<a x="y"', '-->'])(
    'of nothing but %j is read in linear time',
    (piece) => {
      const work = (times: number) => lettersPassed(() => piecesText(htmlPieces(piece.repeat(times))));
      expect(work(8000)).toBeLessThan(5 * work(2000) + 1000);
    },
  );

  it.each([
    ['a <b', 'a <b'],
    ['<!-- a <b>c', '<!-- a c'],
    ['a<!-- b -->c', 'ac'],
    ['a < b > c', 'a < b > c'],
    ['<i title="a > b">c</i>', 'c'],
    [`<i title='a "> b'>c</i>`, 'c'],
    ['<i title="a>c', '<i title="a>c'],
    ['a<div>b</div><div>c</div>', 'a\nb\nc'],
    ['a<br><br>b', 'a\n\nb'],
  ])('%j says %j', (html, text) => expect(piecesText(htmlPieces(html))).toBe(text));

  it('made for the browser tests is read, too', () => {
    expect(readNotesFile(longCard('<!--', 60_000), AT).notes[0]?.text).toBe('<!--'.repeat(60_000));
  });
});

describe('an archive', () => {
  const note = strToU8('---\nbackstory: ana\n---\nText.\n');

  it.each([2, 100])('that refers to the same bytes %d times is refused', (times) => {
    expect(refusal(overlappingArchive(note, times))).toBe('damaged');
    expect(refusal(overlappingArchive(note, 1))).toBe('read');
  });

  it('that would unpack to too much is refused before anything is unpacked', () => {
    expect(refusal(overlappingArchive(new Uint8Array(7_900_000), 3))).toBe('too-big');
  });

  it('whose entries need a password is reported as such', () => {
    const { bytes } = overlappingArchive(note, 1);
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint16(directory + 8, 1, true);
    expect(readNotesFile({ name: 'a.zip', bytes }, AT).problems).toMatchObject([{ why: 'locked' }]);
  });
});

describe('a table', () => {
  it.each([`"a`, `"a" `, `a"`, `""`, `"`, ',', '" '])('of nothing but %j is read in linear time', (piece) => {
    const work = (times: number) => {
      const file = md('x.csv', `name,text\n"x${piece.repeat(times)}${' '.repeat(times)},`);
      return lettersPassed(() => refusal(file));
    };
    expect(work(8000)).toBeLessThan(5 * work(2000) + 1000);
  });

  it('with more columns or lines than a table of notes has is refused at the place', () => {
    expect(refusal(md('x.csv', `name,text${',a'.repeat(100_000)}\n`))).toBe('too-big');
    expect(refusal(md('x.csv', `name,text\n${'a,b\n'.repeat(50_001)}`))).toBe('too-many');
    expect(refusal(md('x.csv', `name,text\n${'a,b\n'.repeat(50_000)}`))).toBe('read');
  });
});

describe('a backup', () => {
  const json = (notes: string) => md('b.json', `{"backstory": "backup", "schema": 1, "notes": [${notes}]}`);

  it.each([
    ['levels', `${'['.repeat(70)}${']'.repeat(70)}`],
    ['levels that never end', '{"a":'.repeat(500_000)],
    ['values', `${'[],'.repeat(10_000_001)}1`],
  ])('with more %s than any real one is not parsed', (_, notes) => {
    const parse = vi.spyOn(JSON, 'parse');
    expect(refusal(json(notes))).toBe('damaged');
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it('with hardly a valid note is damaged, and its faults are not listed one by one', () => {
    expect(refusal(json(`${'1,'.repeat(50_001)}1`))).toBe('damaged');
    expect(readNotesFile(json(`${'1,'.repeat(999)}1`), AT).problems).toHaveLength(1000);
  });

  it('may hold all special characters of JSON in its texts', () => {
    const text = `${'[{'.repeat(100)}\\"[\\\\${'['.repeat(100)}\\`;
    const found = readNotesFile(json(JSON.stringify({ entity: 'ana', text, name: '\\' })), AT);
    expect(found.notes).toMatchObject([{ text, name: '\\' }]);
  });

  it('of nothing but backslashes is read in linear time', () => {
    const work = (times: number) => lettersPassed(() => refusal(json(`"${'\\\\\\"'.repeat(times)}"`)));
    expect(work(8000)).toBeLessThan(5 * work(2000) + 1000);
  });
});

it('refuses a note larger than any real one', () => {
  const text = 'x'.repeat(8_000_001);
  expect(refusal(md('x.md', text))).toBe('too-big');
  expect(refusal(md('x.csv', `name,text\nAna,${text}\n`))).toBe('too-big');
  expect(refusal(longCard(text, 1))).toBe('too-big');
});
