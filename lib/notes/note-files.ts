/** The way out, and in again: what the library's backup page can do. */
import { strToU8 } from 'fflate';
import type { NoteRow } from '../database';
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

export interface NoteFilesParts extends ImportParts {
  readonly words: FileWords;
}

export interface NoteFiles {
  /** Everything, the bin and the travelling settings included: what `importFiles` restores. */
  exportBackup(): Promise<ExportedFile>;
  /** A zip archive with one Markdown file a kept note. */
  exportMarkdown(): Promise<ExportedFile>;
  exportCsv(): Promise<ExportedFile>;
  /** Text for Anki's own import. */
  exportAnki(): Promise<ExportedFile>;
  /** Any of these, and what other programs made of them; told apart by content. Merges, never replaces. Throws ImportStoppedError. */
  importFiles(files: readonly FileToImport[]): Promise<ImportReport>;
}

export function createNoteFiles(parts: NoteFilesParts): NoteFiles {
  const { database, words } = parts;
  const { docs, notes, device } = database;
  const kept = () => notes.where('[kept+changedAt]').between([1, -Infinity], [1, Infinity]).sortBy('entity');
  const today = () => localDay(parts.now());

  return {
    async exportBackup() {
      const [rows, states, here] = await database.transaction('r', notes, docs, device, () =>
        Promise.all([notes.toArray(), docs.toArray(), device.get('this')]),
      );
      const json = writeBackup({
        at: parts.now(),
        device: here?.name ?? '',
        notes: rows.map(plainNote),
        docs: states.map(({ id, state }) => ({ doc: id, update: state })),
      });
      return { name: `backstory-${today()}.json`, mime: 'application/json', bytes: strToU8(json) };
    },

    async exportMarkdown() {
      const rows = await kept();
      const bytes = writeMarkdownFolder(
        rows.map(plainNote),
        new Map(rows.map((row) => [row.entity, row.links])),
        words,
      );
      return { name: `backstory-notes-${today()}.zip`, mime: 'application/zip', bytes };
    },

    async exportCsv() {
      const bytes = strToU8(writeCsv((await kept()).map(plainNote)));
      return { name: `backstory-notes-${today()}.csv`, mime: 'text/csv', bytes };
    },

    async exportAnki() {
      const bytes = strToU8(writeAnki((await kept()).map(plainNote), words));
      return { name: `backstory-anki-${today()}.txt`, mime: 'text/plain', bytes };
    },

    importFiles: (files) => importFiles(parts, files),
  };
}

function plainNote({ entity, name, kind, text, tags, quotes, createdAt, changedAt, deletedAt }: NoteRow): PlainNote {
  return { entity, name, kind, text, tags, quotes, createdAt, changedAt, deletedAt };
}
