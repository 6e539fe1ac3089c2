import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { Inflate, strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { FormatError, type PlainNote, readNotesFile, writeMarkdownFolder } from '../../../../lib/notes/formats';
import { fileStems } from '../../../../lib/notes/formats/file-stems';
import { openArchive } from '../../../../lib/notes/formats/open-archive';
import { anyCharacter } from '../../../tools/any-character';
import { words } from './any-note';

const AT = Date.UTC(2026, 10, 22);

function refusal(bytes: Uint8Array): string {
  try {
    for (const entry of openArchive(bytes)) entry.unpack();
  } catch (error) {
    return error instanceof FormatError ? error.why : String(error);
  }
  return 'opened';
}

/** Writes a number into the central directory's record of the first entry. */
function forge(bytes: Uint8Array, field: number, value: number): Uint8Array {
  const view = new DataView(bytes.buffer);
  const at = Array.from({ length: bytes.length - 4 }, (_, i) => i).find((i) => view.getUint32(i, true) === 0x02014b50);
  if (at === undefined) throw new Error('no directory');
  view.setUint32(at + field, value, true);
  return bytes;
}

describe('an archive', () => {
  it.each(['../notes.md', 'a/../../b.md', '/etc/a.md', '\\\\server\\a.md', 'C:\\a.md', 'a\\..\\..\\b.md', 'a\0.md'])(
    'that would write to %j is refused',
    (name) => {
      expect(refusal(zipSync({ [name]: strToU8('x') }))).toBe('unsafe-path');
    },
  );

  it('that unpacks to more than the limit is refused before it is unpacked', () => {
    expect(refusal(zipSync({ 'a.md': new Uint8Array(9_000_000) }))).toBe('too-big');
    expect(refusal(forge(zipSync({ 'a.md': strToU8('x') }), 24, 300_000_000))).toBe('too-big');
    const crowd = zipSync({ 'a.md': strToU8('x') });
    new DataView(crowd.buffer).setUint16(crowd.length - 12, 50_001, true);
    expect(refusal(crowd)).toBe('too-big');
  });

  it('that understates its unpacked size is refused at the first slice over the limit', () => {
    const bomb = forge(zipSync({ 'a.md': new Uint8Array(60_000_000) }), 24, 1000);
    const slices = vi.spyOn(Inflate.prototype, 'push');
    expect(refusal(bomb)).toBe('damaged');
    // The whole of it would take some fifteen.
    expect(slices).toHaveBeenCalledTimes(1);
    slices.mockRestore();
  }, 60_000);

  it('with a flipped bit is reported as damaged, with the place', () => {
    const text = strToU8('The same words, stored as they are.');
    const bytes = zipSync({ 'a.md': [text, { level: 0 }], 'b.md': strToU8('Another note.') });
    const at = Buffer.from(bytes).indexOf('words');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const found = readNotesFile({ name: 'z.zip', bytes }, AT);
    expect(found.problems).toEqual([{ file: 'z.zip/a.md', line: null, why: 'damaged', detail: '' }]);
    expect(found.notes.map(({ name, text: kept }) => [name, kept])).toEqual([['b', 'Another note.']]);
  });

  it('may hold other files, some of which are mentioned to the reader', () => {
    const files = ['.obsidian/app.json', '__MACOSX/._a.md', 'logseq/config.edn', '.DS_Store', 'pictures/a.png'];
    const bytes = zipSync(Object.fromEntries([...files, 'a.md'].map((name) => [name, strToU8('x')])));
    const found = readNotesFile({ name: 'z.zip', bytes }, AT);
    expect(found.problems.map(({ file, why }) => [file, why])).toEqual([['z.zip/pictures/a.png', 'not-a-note']]);
    expect(found.notes).toHaveLength(1);
  });
});

describe('file names', () => {
  const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

  it('are allowed on every system and differ without case and accents', () => {
    const odd = fc.constantFrom(
      'CON',
      'nul.txt',
      'a/b',
      '..',
      '. ',
      'É',
      'é',
      'e\u0301',
      'E\u0301',
      'ß',
      'SS',
      'a:b',
      '',
    );
    const name = fc.oneof(odd, fc.string({ unit: anyCharacter, maxLength: 300 }), fc.constant('名'.repeat(200)));
    const entries = fc.uniqueArray(fc.record({ entity: fc.string({ minLength: 1 }), name }), {
      selector: ({ entity }) => entity,
      maxLength: 12,
    });
    fc.assert(
      fc.property(entries, (list) => {
        const stems = [...fileStems(list).values()];
        expect(stems).toHaveLength(list.length);
        for (const stem of stems) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
          expect(stem).not.toMatch(/[<>:"/\\|?*\u0000-\u001f[\]#^]|^[. ]|[. ]$|^$/);
          expect(stem).not.toMatch(DEVICE);
          expect(Buffer.byteLength(`${stem}.md`)).toBeLessThanOrEqual(255);
        }
        const folded = stems.map((stem) => stem.normalize('NFD').toUpperCase());
        expect(new Set(folded).size).toBe(stems.length);
      }),
      { numRuns: 500 },
    );
  });

  it('are the names themselves, and do not depend on the order of changes', () => {
    const entries = [
      { entity: 'b-2', name: 'Ana Silva' },
      { entity: 'a-1', name: 'Ana Silva' },
      { entity: 'opec', name: 'OPEC' },
    ];
    const stems = { 'a-1': 'Ana Silva', 'b-2': 'Ana Silva (b-2)', opec: 'OPEC' };
    expect(Object.fromEntries(fileStems(entries))).toEqual(stems);
    expect(Object.fromEntries(fileStems(entries.reverse()))).toEqual(stems);
  });
});

const note = (entity: string, name: string, text: string): PlainNote => ({
  entity,
  name,
  kind: 'person',
  text,
  tags: ['New York', 'oil/gas', '1984'],
  quotes: [
    {
      id: 'q1',
      text: 'First.\nSecond.',
      title: 'A [hot] story',
      url: 'https://news.example/a?b=1&c=2',
      day: '2026-01-02',
      at: AT,
    },
  ],
  createdAt: AT,
  changedAt: AT,
  deletedAt: null,
});

describe('the Markdown folder', () => {
  it('reads well for people, Obsidian and Logseq', () => {
    const links = new Map([['ana', ['opec']]]);
    const bytes = writeMarkdownFolder([note('ana', 'Ana: Silva', 'Met OPEC.'), note('opec', 'OPEC', '')], links, words);
    const files = Object.fromEntries(openArchive(bytes).map((entry) => [entry.name, strFromU8(entry.unpack())]));
    expect(files['Backstory/Ana Silva.md']).toBe(`---
backstory: ana
name: "Ana: Silva"
kind: person
created: 2026-11-22T00:00:00.000Z
changed: 2026-11-22T00:00:00.000Z
version: ${/version: (\w{32})/.exec(files['Backstory/Ana Silva.md'] ?? '')?.[1]}
aliases:
  - "Ana: Silva"
tags:
  - New-York
  - oil/gas
  - _1984
tag labels:
  - New York
  - oil/gas
  - "1984"
---

Met OPEC.

[//]: # (backstory: the note ends here)

#New-York #oil/gas #_1984

## Quoted passages

> First.
> Second.
>
> — [A \\[hot\\] story](<https://news.example/a?b=1&c=2>), 2026-01-02

[//]: # (quote q1 2026-11-22T00:00:00.000Z)

## Related notes

- [[OPEC]]
`);
    expect(files['Backstory/OPEC.md']).toContain('\n- [[Ana Silva]]\n');
    expect(files['Backstory/OPEC.md']).not.toContain('aliases');
  });

  it('can be unpacked with the system’s own tool', ({ skip }) => {
    const folder = mkdtempSync(join(tmpdir(), 'backstory-'));
    try {
      writeFileSync(
        join(folder, 'a.zip'),
        writeMarkdownFolder([note('x', '習近平', 'a'), note('y', 'محمد', 'b')], new Map(), words),
      );
      try {
        execFileSync('unzip', ['-q', 'a.zip'], { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') skip('no unzip on this machine');
        throw error;
      }
      expect(readdirSync(join(folder, 'Backstory')).sort()).toEqual(['محمد.md', '習近平.md']);
      expect(readFileSync(join(folder, 'Backstory', '習近平.md'), 'utf8')).toContain('name: 習近平\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('gives Logseq, which reads line by line until the first list, all text that is not a list', () => {
    const bytes = writeMarkdownFolder([note('ana', 'Ana --- "Silva"', 'a')], new Map(), words);
    const [file] = openArchive(bytes).map((entry) => strFromU8(entry.unpack()));
    // Its parser: from the first line to the next three hyphens, wherever they stand; `key: value` a line.
    const block = /^---\n([\s\S]*?)---/.exec(file ?? '')?.[1] ?? '';
    const lines = block.split('\n');
    const keys = lines
      .slice(
        0,
        lines.findIndex((line) => !line.includes(':')),
      )
      .map((line) => line.split(':')[0]);
    expect(keys).toEqual(['backstory', 'name', 'kind', 'created', 'changed', 'version', 'aliases']);
    expect(readNotesFile({ name: 'a.zip', bytes }, AT).notes[0]?.name).toBe('Ana --- "Silva"');
  });
});
