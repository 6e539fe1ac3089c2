/**
 * What no collection of notes comes near. They bound time and memory before a file is read; the page that asked for it
 * ends a reader that takes too long all the same.
 */

/** Bytes: above it a browser could not even hold the text of a file. */
export const LARGEST_FILE = 400_000_000;
/** Bytes of an archive, and of all that is in it. */
export const LARGEST_ARCHIVE = 256_000_000;
/** Bytes of a table or of cards. */
export const LARGEST_TABLE = 64_000_000;
/** Bytes: a thousand times the longest note that we have seen written. */
export const LARGEST_NOTE = 8_000_000;
/** Notes in an archive or a table: five times those that Backstory is measured with. Backups hold as many as there are. */
export const MOST_NOTES = 50_000;
