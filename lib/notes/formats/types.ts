import type { QuoteRow } from '../../database';
import type { EntityKey, Kind } from '../../facts';
import type { Day } from '../../time';

/** A file the reader saves. */
export interface ExportedFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file the reader imports. */
export interface FileToImport {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A note as every format carries it. */
export interface PlainNote {
  /** The key it was written under. */
  readonly entity: EntityKey;
  /** The entity's current key, if different. */
  readonly today?: EntityKey;
  readonly name: string;
  readonly kind: Kind | null;
  /** A description for reading the file elsewhere; never read back. Absent: no pack knows the entity. */
  readonly who?: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly quotes: readonly Readonly<QuoteRow>[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** In the bin since then; only a JSON backup includes such notes. */
  readonly deletedAt: number | null;
}

/** A note as found in a file: possibly written by hand or changed by another program. */
export interface FoundNote {
  /** Null: only a name is known. */
  readonly entity: EntityKey | null;
  readonly name: string;
  readonly kind: Kind | null;
  readonly text: string;
  readonly tags: readonly string[];
  readonly quotes: readonly Readonly<QuoteRow>[];
  readonly createdAt: number | null;
  readonly changedAt: number | null;
  readonly deletedAt: number | null;
  /** `textDigest` of the text when exported: tells whether the file or the note has changed since. */
  readonly version: string | null;
  readonly file: string;
  /** The line where it begins, in a file with many. */
  readonly line: number | null;
}

export const FILE_PROBLEMS = [
  'damaged', // truncated, changed on the way, or not an archive at all
  'foreign', // not a format that Backstory knows
  'newer', // written by a newer Backstory
  'too-big', // beyond the limits within which a file is surely no bomb
  'too-many', // more notes than one file may hold
  'took-too-long', // its reader was stopped
  'gave-up', // its reader crashed, most likely out of memory
  'unreadable', // the browser could not provide it: moved, removed, in use
  'unsafe-path', // an archive that tries to write outside its folder
  'not-text', // in no known encoding, or damaged
  'locked', // a password-protected entry
  'not-a-note', // another kind of file in an archive, or thing in a backup
  'anki-package', // an .apkg: Anki can export the same as text
  'front-matter', // a line in a Markdown file's head that belongs to no field
  'missing-columns', // a table without a column for the name or the text
  'bad-line', // a line with too few fields to be a note
  'more-fields', // a line with more fields than columns; the note was read without them
  'open-quote', // an unclosed quotation mark
  'cut-off', // a cell cut by a spreadsheet's limit
  'no-name', // gives neither entity nor name
  'unknown-name', // no note or entity of that name
  'ambiguous-name', // several bear that name
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

export interface NotUnderstood {
  readonly file: string;
  readonly line: number | null;
  readonly why: FileProblem;
  /** The name, column or path in question; may be empty. */
  readonly detail: string;
}

/** What a file contains, as far as it could be read. */
export interface FoundNotes {
  readonly notes: readonly FoundNote[];
  readonly problems: readonly NotUnderstood[];
}

export interface ImportReport {
  /** Existing notes that now say more. */
  readonly merged: number;
  /** Notes with nothing new. */
  readonly same: number;
  /** New notes. */
  readonly added: number;
  readonly notUnderstood: readonly NotUnderstood[];
}

/** The few words that a file contains in the reader's language. */
export interface FileWords {
  /** Heading over quoted passages: "Quoted passages". */
  readonly quotes: string;
  /** Heading over links to other notes: "Related notes". */
  readonly related: string;
  /** Printed kind of an entity: "Person". */
  readonly kind: (kind: Kind) => string;
}

/** The line above a text that was changed both here and in the file: "Imported 22 November 2026". */
export type ImportedLine = (day: Day) => string;
