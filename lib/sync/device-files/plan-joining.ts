/**
 * Which own files to join into one. In order of writing, the newest that together have at least half the size of the
 * one before them are joined with it, so that sizes grow geometrically: about log n files after n edits, and each byte
 * is rewritten about log n times.
 *
 *   [ 64 | 20 | 1 1 1 1 ]  ──►  [ 64 | 20 | 4 ]   … and when the small ones reach 10: [ 64 | 30 ]
 */

/** Fewer are not worth a write: each file costs a reader one request. */
export const FEWEST_TO_JOIN = 6;

export interface Joinable {
  readonly name: string;
  readonly bytes: number;
  readonly docs: readonly string[];
}

/**
 * @param files own files in order of writing
 * @param most bytes that one file may hold
 */
export function planJoining<T extends Joinable>(files: readonly T[], most: number): readonly T[] {
  for (let run = geometricRun(files); run.length >= FEWEST_TO_JOIN; run = run.slice(1)) {
    const docs = run.flatMap((file) => file.docs);
    // Into several full files only if that saves at least half: otherwise the same bytes would be rewritten for ever.
    if (sum(run) <= most || new Set(docs).size * 2 <= docs.length) return run;
  }
  return [];
}

function geometricRun<T extends Joinable>(files: readonly T[]): readonly T[] {
  let from = files.length;
  let bytes = 0;
  for (let at = files.length - 1; at >= 0; at--) {
    const file = files[at];
    if (!file || (bytes > 0 && file.bytes > 2 * bytes)) break;
    bytes += file.bytes;
    from = at;
  }
  return files.slice(from);
}

const sum = (files: readonly Joinable[]) => files.reduce((bytes, file) => bytes + file.bytes, 0);
