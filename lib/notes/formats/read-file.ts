/**
 * Tells what a file is by what is in it, names being what they are, and reads it. Only Markdown goes by its name: any
 * text at all may be a note. All throws are FormatErrors.
 */
import { looksLikeAnki, readAnki } from './anki-text';
import { looksLikeCsv, readCsv } from './csv-table';
import { decodeText } from './decode-text';
import { FormatError } from './format-error';
import { type FoundBackup, looksLikeBackup, readBackup } from './json-backup';
import { readMarkdownNote } from './markdown-note';
import { openArchive } from './open-archive';
import type { FileToImport, FoundNote, NotUnderstood } from './types';

/** Bytes: above it a browser could not even hold the text of the file. */
const LARGEST = 400_000_000;
/** What programs leave in folders beside the notes. */
const LITTER = /(^|[/\\])(\.|__MACOSX[/\\]|logseq[/\\]|Thumbs\.db$|desktop\.ini$)/i;

/** `now` is given to passages that do not say when they were quoted. */
export function readFile({ name, bytes }: FileToImport, now: number): FoundBackup {
  if (bytes.length > LARGEST) throw new FormatError('too-big');
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5))
      return readFolder(name, bytes, now);
    return readTextFile(name, decodeText(bytes), now);
  } catch (cause) {
    throw cause instanceof FormatError ? cause : new FormatError('damaged', '', { cause });
  }
}

function readTextFile(name: string, text: string, now: number): FoundBackup {
  if (isMarkdown(name)) return readMarkdown(name, text, now);
  if (looksLikeBackup(text)) return readBackup(name, text, now);
  if (looksLikeAnki(text)) return { docs: [], ...readAnki(name, text, now) };
  if (/^---[ \t]*\r?\n/.test(text)) return readMarkdown(name, text, now);
  if (looksLikeCsv(text) || /\.(csv|tsv)$/i.test(name)) return { docs: [], ...readCsv(name, text, now) };
  if (/\.json$/i.test(name)) return readBackup(name, text, now);
  throw new FormatError('foreign');
}

function readMarkdown(name: string, text: string, now: number): FoundBackup {
  return { docs: [], notes: [readMarkdownNote(name, text, now)], problems: [] };
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
      notes.push(readMarkdownNote(file, decodeText(entry.unpack()), now));
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
