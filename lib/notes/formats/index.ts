export { writeAnki } from './anki-text';
export { writeCsv } from './csv-table';
export { FormatError } from './format-error';
export { writeBackup } from './json-backup';
export { writeMarkdownFolder } from './markdown-folder';
export { readNotesFile } from './read-file';
export { canonicalText, passageId, textDigest } from './text-digest';
export * from './types';
