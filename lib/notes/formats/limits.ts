/**
 * Limits that no collection of notes comes near. They bound time and memory before a file is read; the page also ends a
 * reader that takes too long.
 */

/** In bytes: beyond this a browser could not even hold a file's text. */
export const LARGEST_FILE = 400_000_000;
/** Bytes of an archive, and of everything in it. */
export const LARGEST_ARCHIVE = 256_000_000;
/** Bytes of a table or of cards. */
export const LARGEST_TABLE = 64_000_000;
/** In bytes: a thousand times the longest real note we have seen. */
export const LARGEST_NOTE = 8_000_000;
/** Notes in an archive or table: five times what Backstory is measured with. Backups may hold any number. */
export const MOST_NOTES = 50_000;
