/**
 * Recognises a file by its content rather than its name, and reads it. Only Markdown goes by name: any text may be a
 * note. Throws only FormatErrors.
 */
import { looksLikeAnki, readAnki } from './anki-text';
import { looksLikeCsv, readCsv } from './csv-table';
import { decodeText } from './decode-text';
import { FormatError } from './format-error';
import { type FoundBackup, looksLikeBackup, readBackup } from './json-backup';
import { LARGEST_FILE, LARGEST_NOTE, LARGEST_TABLE } from './limits';
import { readMarkdownNote } from './markdown-note';
import { openArchive } from './open-archive';
import type { FileToImport, FoundNote, NotUnderstood } from './types';

/** What programs leave in folders beside the notes. */
const LITTER = /(^|[/\\])(\.|__MACOSX[/\\]|logseq[/\\]|Thumbs\.db$|desktop\.ini$)/i;

/** `now` is the time for passages without one. */
export function readNotesFile({ name, bytes }: FileToImport, now: number): FoundBackup {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
  if (bytes.length > LARGEST_FILE) throw new FormatError('too-big');
  try {
    return isArchive ? readFolder(name, bytes, now) : readTextFile(name, bytes, now);
  } catch (cause) {
    throw cause instanceof FormatError ? cause : new FormatError('damaged', '', { cause });
  }
}

function readTextFile(name: string, bytes: Uint8Array, now: number): FoundBackup {
  const markdown = isMarkdown(name);
  if (markdown && bytes.length > LARGEST_NOTE) throw new FormatError('too-big');
  const opensObject = bytes.find((byte) => byte > 0x20) === 0x7b;
  const text = decodeText(bytes, markdown || !opensObject);
  if (markdown) return readMarkdown(name, text, now);
  if (looksLikeBackup(text)) return readBackup(name, text, now);
  if (bytes.length > LARGEST_TABLE) throw new FormatError('too-big');
  if (looksLikeAnki(text)) return { docs: [], ...readAnki(name, text, now) };
  if (/^---[ \t]*\r?\n/.test(text)) return readMarkdown(name, text, now);
  if (looksLikeCsv(text) || /\.(csv|tsv)$/i.test(name)) return { docs: [], ...readCsv(name, text, now) };
  if (/\.json$/i.test(name)) return readBackup(name, text, now);
  throw new FormatError('foreign');
}

function readMarkdown(name: string, text: string, now: number): FoundBackup {
  return { docs: [], ...readMarkdownNote(name, text, now) };
}

function readFolder(name: string, bytes: Uint8Array, now: number): FoundBackup {
  const entries = openArchive(bytes).filter((entry) => !LITTER.test(entry.name));
  if (entries.some((entry) => /(^|\/)collection\.anki2\w*$/.test(entry.name))) throw new FormatError('anki-package');
  const notes: FoundNote[] = [];
  const problems: NotUnderstood[] = [];
  for (const entry of entries) {
    const file = `${name}/${entry.name}`;
    try {
      if (!isMarkdown(entry.name)) throw new FormatError('not-a-note');
      const found = readMarkdownNote(file, decodeText(entry.unpack(), true), now);
      notes.push(...found.notes);
      problems.push(...found.problems);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      problems.push({ file, line: null, why: error.why, detail: '' });
    }
  }
  return { docs: [], notes, problems };
}

function isMarkdown(name: string): boolean {
  return /\.(md|markdown)$/i.test(name);
}
