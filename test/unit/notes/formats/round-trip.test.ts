import * as fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  FormatError,
  type FoundNote,
  type PlainNote,
  readNotesFile,
  textDigest,
  writeAnki,
  writeBackup,
  writeCsv,
  writeMarkdownFolder,
} from '../../../../lib/notes/formats';
import { anyNotes, anyText, words } from './any-note';

const AT = Date.UTC(2026, 10, 22);

const FORMATS: Readonly<Record<string, (notes: readonly PlainNote[]) => Uint8Array>> = {
  'backup.json': (notes) => strToU8(writeBackup({ at: AT, device: 'laptop', notes, docs: [] })),
  'notes.zip': (notes) => writeMarkdownFolder(notes, new Map(), words),
  'notes.csv': (notes) => strToU8(writeCsv(notes)),
  'anki.txt': (notes) => strToU8(writeAnki(notes, words)),
};

function plain({ file, line, version, ...note }: FoundNote): unknown {
  return note;
}

const byEntity = (a: { entity: string | null }, b: { entity: string | null }) =>
  (a.entity ?? '') < (b.entity ?? '') ? -1 : 1;

describe.each(Object.entries(FORMATS))('%s', (name, write) => {
  it('returns every note as it was, whatever it holds', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        const found = readNotesFile({ name, bytes: write(notes) }, AT);
        expect(found.problems).toEqual([]);
        // The key of today, and who that is, are for people and programs; the note comes back to where it was written.
        const written = [...notes].map(({ today: _, who: __, ...note }) => note);
        expect([...found.notes].sort(byEntity).map(plain)).toEqual(written.sort(byEntity));
        for (const note of found.notes) expect(note.version).toBe(textDigest(note.text));
      }),
      { numRuns: 300 },
    );
  });

  it('is recognised by its content, whatever its file name', () => {
    const note: PlainNote = {
      entity: 'opec',
      name: 'OPEC',
      kind: 'group',
      text: 'Thirteen members, then twelve.',
      tags: ['oil'],
      quotes: [],
      createdAt: AT,
      changedAt: AT,
      deletedAt: null,
    };
    expect(readNotesFile({ name: 'download', bytes: write([note]) }, AT).notes.map(plain)).toEqual([note]);
  });

  it('reports damage, or what it could read, but never fails in another way', () => {
    const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(anyNotes, fc.array(change, { maxLength: 5 }), fc.nat(), fc.boolean(), (notes, changes, end, cut) => {
        const bytes = write(notes).slice();
        for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
        try {
          readNotesFile({ name, bytes: cut ? bytes.subarray(0, end % bytes.length) : bytes }, AT);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('any file at all', () => {
  it('is read or refused', () => {
    const name = fc.constantFrom('a.md', 'a.csv', 'a.json', 'a.txt', 'a.zip', 'a');
    const head = fc.constantFrom(
      '',
      '---\n',
      '#separator:tab\n',
      'name,text\n',
      '{"backstory": "backup",',
      'PK\u0003\u0004',
    );
    fc.assert(
      fc.property(name, head, anyText, fc.uint8Array({ maxLength: 40 }), (file, start, text, tail) => {
        const bytes = new Uint8Array([...strToU8(start + text), ...tail]);
        try {
          readNotesFile({ name: file, bytes }, AT);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is told apart from the formats we know', () => {
    const why = (name: string, bytes: Uint8Array) => {
      try {
        readNotesFile({ name, bytes }, AT);
      } catch (error) {
        return error instanceof FormatError ? error.why : 'other';
      }
      return 'read';
    };
    expect(why('a.txt', strToU8('Dear diary'))).toBe('foreign');
    expect(why('a.json', strToU8('{"a": 1}'))).toBe('foreign');
    expect(why('a.json', strToU8('{"backstory": "backup", "schema": 1, "notes": ['))).toBe('damaged');
    expect(why('a.json', strToU8('{"backstory": "backup", "schema": 2, "stuff": {}}'))).toBe('newer');
    expect(why('a.csv', strToU8('colour,size\nred,1\n'))).toBe('missing-columns');
    expect(why('a.md', new Uint8Array([0x61, 0xff, 0xff]))).toBe('not-text');
    expect(why('a.csv', strToU8('name,text\nAna,"Judge\n'))).toBe('open-quote');
    expect(strFromU8(strToU8('é'))).toBe('é');
  });
});
