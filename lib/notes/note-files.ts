/** Export and import: what the library's backup page can do. */
import { strToU8 } from 'fflate';
import type { NoteRow } from '../database';
import type { EntityKey } from '../facts';
import { localDay } from '../time';
import {
  type ExportedFile,
  type FileToImport,
  type FileWords,
  type ImportReport,
  type PlainNote,
  writeAnki,
  writeBackup,
  writeCsv,
  writeMarkdownFolder,
} from './formats';
import { type ImportParts, importFiles } from './import-notes';
import { ownersOf } from './store/identities';

export interface NoteFilesParts extends ImportParts {
  readonly words: FileWords;
  /** A one-line description of each; unknown ones are left out. */
  readonly whoIs?: (entities: readonly EntityKey[]) => Promise<Readonly<Record<EntityKey, string>>>;
}

export interface NoteFiles {
  /** Everything, including the bin and travelling settings: what `importFiles` restores. */
  exportBackup(): Promise<ExportedFile>;
  /** A zip archive with one Markdown file per kept note. */
  exportMarkdown(): Promise<ExportedFile>;
  exportCsv(): Promise<ExportedFile>;
  /** Text for Anki's own import. */
  exportAnki(): Promise<ExportedFile>;
  /**
   * Any of these, or what other programs made of them; recognised by content. Merges, never replaces. @throws
   * ImportStoppedError
   */
  importFiles(files: readonly FileToImport[]): Promise<ImportReport>;
}

export function createNoteFiles(parts: NoteFilesParts): NoteFiles {
  const { database, words } = parts;
  const { docs, notes, device } = database;
  const kept = () => notes.where('[kept+changedAt]').between([1, -Infinity], [1, Infinity]).sortBy('entity');
  const today = () => localDay(parts.now());

  async function plainNotes(rows: readonly NoteRow[]): Promise<(row: NoteRow) => PlainNote> {
    const of = await ownersOf(database, rows);
    return (row) => {
      const { entity, name, kind, text, tags, quotes, createdAt, changedAt, deletedAt } = row;
      const [owner = entity, second] = of(row);
      const moved = second === undefined && owner !== entity ? { today: owner } : {};
      return { entity, ...moved, name, kind, text, tags, quotes, createdAt, changedAt, deletedAt };
    };
  }

  /** For files read elsewhere. Names and texts are useful even without it. */
  async function introduced(plain: readonly PlainNote[]): Promise<readonly PlainNote[]> {
    const ownerOf = ({ entity, today = entity }: PlainNote) => today;
    if (!parts.whoIs) return plain;
    const known = await parts.whoIs([...new Set(plain.map(ownerOf))]).catch((): Record<EntityKey, string> => ({}));
    return plain.map((note) => {
      const who = Object.hasOwn(known, ownerOf(note)) ? known[ownerOf(note)] : undefined;
      return who === undefined || who === '' ? note : { ...note, who };
    });
  }

  return {
    async exportBackup() {
      const [rows, states, here] = await database.transaction('r', notes, docs, device, () =>
        Promise.all([notes.toArray(), docs.toArray(), device.get('this')]),
      );
      const json = writeBackup({
        at: parts.now(),
        device: here?.name ?? '',
        notes: rows.map(await plainNotes(rows)),
        docs: states.map(({ id, state }) => ({ doc: id, update: state })),
      });
      return { name: `backstory-${today()}.json`, mime: 'application/json', bytes: strToU8(json) };
    },

    async exportMarkdown() {
      const rows = await kept();
      const plain = rows.map(await plainNotes(rows));
      // A text names entities by their current keys, a file is named by its note's key.
      const noted = new Map<EntityKey, EntityKey[]>();
      for (const { entity, today = entity } of plain) noted.set(today, [...(noted.get(today) ?? []), entity]);
      const links = rows.map(({ entity, links }) => [entity, links.flatMap((key) => noted.get(key) ?? key)] as const);
      const bytes = writeMarkdownFolder(await introduced(plain), new Map(links), words);
      return { name: `backstory-notes-${today()}.zip`, mime: 'application/zip', bytes };
    },

    async exportCsv() {
      const rows = await kept();
      const bytes = strToU8(writeCsv(rows.map(await plainNotes(rows))));
      return { name: `backstory-notes-${today()}.csv`, mime: 'text/csv', bytes };
    },

    async exportAnki() {
      const rows = await kept();
      const bytes = strToU8(writeAnki(await introduced(rows.map(await plainNotes(rows))), words));
      return { name: `backstory-anki-${today()}.txt`, mime: 'text/plain', bytes };
    },

    importFiles: (files) => importFiles(parts, files),
  };
}
