/** Brings files into the store: each file in one transaction, so that it is in as a whole or not at all. */
import type { EntityKey } from '../facts';
import { foldText } from '../text';
import { NoteTooLargeError } from './document/note-size';
import { applyUpdate, DamagedUpdateError } from './document/open-document';
import { type ImportedNote, settleImport } from './document/settle-import';
import {
  type FileToImport,
  FormatError,
  type FoundNote,
  type ImportedLine,
  type ImportReport,
  localDay,
  type NotUnderstood,
  readFile,
  textDigest,
} from './formats';
import { ImportStoppedError } from './import-stopped';
import { commit, type Work } from './store/commit';
import { docOf, entityOf } from './store/doc-id';
import type { StoreParts } from './store/parts';
import type { DocId, NoteSubject } from './types';

export interface ImportParts extends StoreParts {
  readonly imported: ImportedLine;
  /** Entities of a name that nothing is noted on yet. */
  readonly entitiesNamed?: (name: string) => Promise<readonly NoteSubject[]>;
}

/** Characters. No name is longer, and the one who knows names is not asked for a whole page. */
const LONGEST_NAME = 400;

/** A file that cannot be read is reported and changes nothing. Throws ImportStoppedError if the store itself fails. */
export async function importFiles(parts: ImportParts, files: readonly FileToImport[]): Promise<ImportReport> {
  const counts = { merged: 0, same: 0, added: 0 };
  const notUnderstood: NotUnderstood[] = [];
  for (const file of files) {
    try {
      const report = await importFile(parts, file);
      counts.merged += report.merged;
      counts.same += report.same;
      counts.added += report.added;
      notUnderstood.push(...report.notUnderstood);
    } catch (error) {
      if (!(error instanceof FormatError)) throw new ImportStoppedError({ ...counts, notUnderstood }, error);
      notUnderstood.push({ file: file.name, line: null, why: error.why, detail: error.detail });
    }
  }
  return { ...counts, notUnderstood };
}

async function importFile(parts: ImportParts, file: FileToImport): Promise<ImportReport> {
  const now = parts.now();
  const found = readFile(file, now);
  const updates = groupBy(found.docs, ({ doc }) => doc);
  // The plain copy beside a document says nothing of its own, unless somebody has changed it by hand.
  const telling = found.notes.filter(
    ({ entity, text, version }) =>
      entity === null || !updates.has(docOf(entity)) || (version !== null && version !== textDigest(text)),
  );
  const { known, unknown } = await nameEntities(parts, telling);
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
  // The settings may be among them; what is counted are notes.
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

/** Notes beyond their size are left out one by one, each with a transaction that fails; a file with more of them is none of ours. */
const MOST_TOO_LARGE = 20;

async function commitWhatFits(
  parts: StoreParts,
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

async function commitOrRefuse(parts: StoreParts, works: readonly Work[]): Promise<readonly DocId[]> {
  try {
    return await commit(parts, works);
  } catch (error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
      if (cause instanceof NoteTooLargeError) throw cause;
      if (cause instanceof DamagedUpdateError) throw new FormatError('damaged', cause.doc ?? '', { cause: error });
    }
    throw error;
  }
}

async function formerTexts(
  { database }: StoreParts,
  entities: readonly EntityKey[],
): Promise<ReadonlyMap<EntityKey, readonly string[]>> {
  const rows = await database.versions.where('entity').anyOf(entities).toArray();
  return new Map([...groupBy(rows, ({ entity }) => entity)].map(([key, list]) => [key, list.map((row) => row.text)]));
}

/** Finds the entity of notes that only bear a name: one that is noted already, else one that a pack knows. */
async function nameEntities(
  { database, entitiesNamed }: ImportParts,
  found: readonly FoundNote[],
): Promise<{ readonly known: readonly ImportedNote[]; readonly unknown: readonly NotUnderstood[] }> {
  const known: ImportedNote[] = [];
  const unknown: NotUnderstood[] = [];
  let noted: ReadonlyMap<string, readonly NoteSubject[]> | null = null;
  for (const note of found) {
    if (note.entity !== null) {
      known.push({ ...note, entity: note.entity });
      continue;
    }
    noted ??= groupBy(await database.notes.toArray(), ({ name }) => foldName(name));
    const here = noted.get(foldName(note.name)) ?? [];
    const isName = note.name.length <= LONGEST_NAME;
    const candidates = here.length > 0 || !isName ? here : ((await entitiesNamed?.(note.name)) ?? []);
    const [subject] = candidates;
    if (subject && candidates.length === 1) {
      known.push({ ...note, entity: subject.entity, name: subject.name, kind: subject.kind });
    } else {
      const why = subject ? 'ambiguous-name' : 'unknown-name';
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

function foldName(name: string): string {
  return foldText(name) || name.trim().toLowerCase();
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
