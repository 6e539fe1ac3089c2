/** What can be read of notes from rows alone, without opening their documents: no Yjs has to be loaded for it. */
import type { BackstoryDatabase } from '../../database';
import type { NoteReading } from '../types';
import { createLinks } from './links';
import { createNoteList } from './note-list';
import { createWholeNotes } from './whole-notes';

export function createNoteReading(database: BackstoryDatabase): NoteReading {
  const { docs, notes, versions } = database;
  return {
    ...createNoteList(database),
    ...createLinks(database),
    ...createWholeNotes(database),
    read: async (entity) => (await notes.get(entity)) ?? null,
    readMany: async (entities) => (await notes.bulkGet([...entities])).filter((note) => note !== undefined),
    versions: async (entity) => (await versions.where('entity').equals(entity).sortBy('id')).reverse(),
    allDocs: async () => (await docs.toArray()).map(({ id, state }) => ({ doc: id, update: state })),
  };
}
