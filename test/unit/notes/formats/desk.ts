/** A test device with its export and import. */

import { strToU8 } from 'fflate';
import type { NoteRow } from '../../../../lib/database';
import { createNoteFiles, type FileToImport, type NoteSubject } from '../../../../lib/notes';
import { ana, createDevice, opec, session } from '../device';
import { words } from './any-note';

export function createDesk(named: readonly NoteSubject[] = []) {
  const device = createDevice();
  const files = createNoteFiles({
    database: device.database,
    now: () => device.clock.at,
    session,
    words,
    imported: (day) => `Imported ${day}`,
    entitiesNamed: async (name) => named.filter((subject) => subject.name === name),
  });
  const read = async (entity: string) => await device.store.read(entity);

  /** What a note says, without what is made anew on each device. */
  async function notes() {
    const rows = await device.database.notes.toArray();
    return rows.map(({ links, linked, ...row }: NoteRow) => row);
  }

  /** All that the note says or ever said here. */
  async function memory(entity: string): Promise<string> {
    const [note, versions, removed] = await Promise.all([
      read(entity),
      device.store.versions(entity),
      device.store.removedPassages(entity),
    ]);
    return [note?.text, ...versions.map((version) => version.text), ...removed].join('\n\n');
  }

  const bring = (...brought: FileToImport[]) => files.importFiles(brought);
  return { ...device, files, read, notes, memory, bring };
}

export type Desk = ReturnType<typeof createDesk>;

export const EXPORTS = ['exportBackup', 'exportMarkdown', 'exportCsv', 'exportAnki'] as const;

export const passage = {
  text: 'She spoke first.',
  title: 'Talks',
  url: 'https://news.example/talks',
  day: '2026-05-30',
};

/** With two notes, one of which has all that a note can have. */
export async function written(): Promise<Desk> {
  const desk = createDesk();
  await desk.type(ana, 'Minister since May.\nFormerly a judge.');
  await desk.store.addTag(ana, 'Lisbon talks');
  await desk.store.addQuote(ana, passage);
  await desk.type(opec, 'Thirteen members.');
  return desk;
}

/** A file of text. */
export const md = (name: string, text: string) => ({ name, bytes: strToU8(text) });
