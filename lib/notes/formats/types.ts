import type { QuoteRow } from '../../database';
import type { EntityKey, Kind } from '../../facts';
import type { Day } from '../../time';

/** A file that the reader takes away. */
export interface ExportedFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file that the reader brings. */
export interface FileToImport {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A note as every format carries it. */
export interface PlainNote {
  /** The key under which it was written. */
  readonly entity: EntityKey;
  /** The entity's key of today, where that is another one. */
  readonly today?: EntityKey;
  readonly name: string;
  readonly kind: Kind | null;
  /** Who or what that is, for whoever reads the file elsewhere; nothing reads it back. Absent: no pack knows. */
  readonly who?: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly quotes: readonly Readonly<QuoteRow>[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** In the bin since; only a JSON backup carries such notes. */
  readonly deletedAt: number | null;
}

/** A note as a file has it: perhaps written by hand, perhaps changed by another program. */
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
  /** `textDigest` of the text at the time of the export: tells whether the file or the note was changed since. */
  readonly version: string | null;
  readonly file: string;
  /** The line of the file at which it begins, where one file holds many. */
  readonly line: number | null;
}

export const FILE_PROBLEMS = [
  'damaged', // cut off, changed on its way, or no archive at all
  'foreign', // no format that Backstory knows
  'newer', // written by a newer Backstory
  'too-big', // beyond the limits below which a file is surely no bomb
  'too-many', // more notes than one file may hold
  'took-too-long', // its reader was ended
  'gave-up', // its reader broke off, most likely for want of memory
  'unreadable', // the browser could not hand it out: moved, removed, in use
  'unsafe-path', // an archive that wants to write outside its folder
  'not-text', // in no encoding that we know, or damaged
  'locked', // an entry of an archive that needs a password
  'not-a-note', // another file in an archive, another thing in a backup
  'anki-package', // an .apkg: Anki can export the same as text
  'front-matter', // a line in the block at the head of a Markdown file that belongs to no field
  'missing-columns', // a table without a column for the name or the text
  'bad-line', // a line with too few fields to be a note
  'more-fields', // a line with more fields than there are columns; the note came without them
  'open-quote', // a quotation mark that nothing closes
  'cut-off', // a cell that a spreadsheet has cut at its limit
  'no-name', // says neither which entity nor which name
  'unknown-name', // nothing of that name is noted or known
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

/** What a file holds, as far as it could be read. */
export interface FoundNotes {
  readonly notes: readonly FoundNote[];
  readonly problems: readonly NotUnderstood[];
}

export interface ImportReport {
  /** Notes that were here and now say more. */
  readonly merged: number;
  /** Notes that had nothing new. */
  readonly same: number;
  /** Notes that were not here. */
  readonly added: number;
  readonly notUnderstood: readonly NotUnderstood[];
}

/** The few words that a file holds in the reader's language. */
export interface FileWords {
  /** Heading over quoted passages: "Quoted passages". */
  readonly quotes: string;
  /** Heading over links to other notes: "Related notes". */
  readonly related: string;
  /** Printed kind of an entity: "Person". */
  readonly kind: (kind: Kind) => string;
}

/** The line over a text that was changed both here and in the file: "Imported 22 November 2026". */
export type ImportedLine = (day: Day) => string;
