/** Imports files into the store, each in one transaction, so that it is imported completely or not at all. */
import type { EntityKey } from '../facts';
import { groupBy } from '../lists';
import { localDay } from '../time';
import { NoteTooLargeError } from './document/damaged-update';
import { applyUpdate, DamagedUpdateError } from './document/open-document';
import { type ImportedNote, settleImport } from './document/settle-import';
import {
  type FileToImport,
  FormatError,
  type FoundNote,
  type ImportedLine,
  type ImportReport,
  type NotUnderstood,
  readNotesFile,
  textDigest,
} from './formats';
import { addReports } from './import-reports';
import { ImportStoppedError } from './import-stopped';
import { type ImportTargets, importTargets } from './import-targets';
import { type NotedNames, notedNames } from './noted-names';
import { commitInside, type Work, writtenTables } from './store/commit';
import { docOf, entityOf } from './store/doc-id';
import type { StoreParts } from './store/parts';
import type { DocId, NoteSubject } from './types';

export interface ImportParts extends StoreParts {
  readonly imported: ImportedLine;
  /** A file has been read and is about to be stored. */
  readonly storing?: () => void;
  /** Cancels storing a file: it is stored completely or not at all, and in the latter case the importer throws. */
  readonly signal?: AbortSignal;
  /** Entities of a name that has no note yet. */
  readonly entitiesNamed?: (name: string) => Promise<readonly NoteSubject[]>;
}

/** In characters. No name is longer, and a whole page must not be sent as a question. */
const LONGEST_NAME = 400;

/** Takes files one at a time and caches names across all of them. */
export type Importer = (file: FileToImport) => Promise<ImportReport>;

/** A file that cannot be read is reported and changes nothing. Throws what the store throws. */
export function createImporter(parts: ImportParts): Importer {
  const names = notedNames(parts.database);
  return async (file) => {
    try {
      return await importFile(parts, names, file);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      return { ...NOTHING, notUnderstood: [{ file: file.name, line: null, why: error.why, detail: error.detail }] };
    }
  };
}

const NOTHING: ImportReport = { merged: 0, same: 0, added: 0, notUnderstood: [] };

/** @throws ImportStoppedError if the store itself fails. */
export async function importFiles(parts: ImportParts, files: readonly FileToImport[]): Promise<ImportReport> {
  const importer = createImporter(parts);
  let sum = NOTHING;
  for (const file of files) {
    try {
      sum = addReports(sum, await importer(file));
    } catch (error) {
      throw new ImportStoppedError(sum, error);
    }
  }
  return sum;
}

async function importFile(parts: ImportParts, names: NotedNames, file: FileToImport): Promise<ImportReport> {
  const now = parts.now();
  const found = readNotesFile(file, now);
  const updates = groupBy(found.docs, ({ doc }) => doc);
  // The plain copy beside a document adds nothing, unless someone edited it.
  const telling = found.notes.filter(
    ({ entity, text, version }) =>
      entity === null || !updates.has(docOf(entity)) || (version !== null && version !== textDigest(text)),
  );
  const targets = await importTargets(parts.database);
  const { known: named, unknown } = await nameEntities(parts, names, targets, telling);
  parts.storing?.();
  const known = await Promise.all(named.map(async (note) => ({ ...note, entity: await targets.of(note) })));
  const notes = groupBy(known, ({ entity }) => docOf(entity));
  const ids = [...new Set([...updates.keys(), ...notes.keys()])];
  const [before, versions] = await Promise.all([
    parts.database.docs.where('id').anyOf(ids).primaryKeys(),
    formerTexts(
      parts,
      [...notes.values()].flatMap((group) => group[0]?.entity ?? []),
    ),
  ]);

  const heading = parts.imported(localDay(now));
  const works = ids.map((doc): Work => {
    const act: Work['act'] = (open, at) => {
      for (const { update } of updates.get(doc) ?? []) applyUpdate(open, update, doc);
      for (const note of notes.get(doc) ?? []) {
        settleImport(open, note, { versions: versions.get(note.entity) ?? [], heading }, at);
      }
    };
    return { doc, act, endedBy: 'restore' };
  });
  const { changed, tooLarge } = await commitWhatFits(parts, works);
  const there = new Set(before);
  const isNew = (doc: DocId) => !there.has(doc) && !tooLarge.includes(doc);
  names.add(updates.size > 0 ? null : known.filter(({ entity }) => isNew(docOf(entity))));
  // The settings may be among them; only notes are counted.
  const changedNotes = changed.filter((doc) => entityOf(doc) !== null);
  const added = changedNotes.filter((doc) => !there.has(doc)).length;
  return {
    added,
    merged: changedNotes.length - added,
    same: ids.filter((doc) => entityOf(doc) !== null && !tooLarge.includes(doc)).length - changedNotes.length,
    notUnderstood: [
      ...found.problems,
      ...unknown,
      ...tooLarge.map((doc) => ({
        file: file.name,
        line: null,
        why: 'too-big' as const,
        detail: entityOf(doc) ?? doc,
      })),
    ],
  };
}

/**
 * Notes that are too large are dropped one by one, each with a failed transaction; a file with more of them is not
 * ours.
 */
const MOST_TOO_LARGE = 20;

async function commitWhatFits(
  parts: ImportParts,
  works: readonly Work[],
): Promise<{ readonly changed: readonly DocId[]; readonly tooLarge: readonly DocId[] }> {
  const tooLarge: DocId[] = [];
  for (;;) {
    try {
      const fitting = works.filter(({ doc }) => !tooLarge.includes(doc));
      return { changed: await commitOrRefuse(parts, fitting), tooLarge };
    } catch (error) {
      if (!(error instanceof NoteTooLargeError) || error.doc === null) throw error;
      if (tooLarge.length === MOST_TOO_LARGE) throw new FormatError('too-big', error.doc, { cause: error });
      tooLarge.push(error.doc);
    }
  }
}

async function commitOrRefuse(parts: ImportParts, works: readonly Work[]): Promise<readonly DocId[]> {
  const { database, signal } = parts;
  let abort = (): void => {};
  try {
    const changed = await database.transaction('rw', writtenTables(database), (transaction) => {
      signal?.throwIfAborted();
      abort = () => transaction.abort();
      signal?.addEventListener('abort', abort);
      return commitInside(parts, works, null);
    });
    if (changed.length > 0) parts.committed?.(changed, null);
    return changed;
  } catch (error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
      if (cause instanceof NoteTooLargeError) throw cause;
      if (cause instanceof DamagedUpdateError) throw new FormatError('damaged', cause.doc ?? '', { cause: error });
    }
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

async function formerTexts(
  { database }: StoreParts,
  entities: readonly EntityKey[],
): Promise<ReadonlyMap<EntityKey, readonly string[]>> {
  const rows = await database.versions.where('entity').anyOf(entities).toArray();
  return new Map([...groupBy(rows, ({ entity }) => entity)].map(([key, list]) => [key, list.map((row) => row.text)]));
}

/** Finds the entity for notes that only have a name: one that is noted already, else one that a pack knows. */
async function nameEntities(
  { entitiesNamed }: ImportParts,
  names: NotedNames,
  targets: ImportTargets,
  found: readonly FoundNote[],
): Promise<{ readonly known: readonly ImportedNote[]; readonly unknown: readonly NotUnderstood[] }> {
  const known: ImportedNote[] = [];
  const unknown: NotUnderstood[] = [];
  for (const note of found) {
    if (note.entity !== null) {
      known.push({ ...note, entity: note.entity });
      continue;
    }
    const here = await names.of(note.name);
    const isName = note.name.length <= LONGEST_NAME;
    const candidates = here.length > 0 || !isName ? here : ((await entitiesNamed?.(note.name)) ?? []);
    const subject = await targets.oneOf(candidates);
    if (subject) {
      known.push({ ...note, entity: subject.entity, name: subject.name, kind: subject.kind });
    } else {
      const why = candidates.length > 0 ? 'ambiguous-name' : 'unknown-name';
      unknown.push({
        file: note.file,
        line: note.line,
        why,
        detail: isName ? note.name : `${note.name.slice(0, 100)}…`,
      });
    }
  }
  return { known, unknown };
}
