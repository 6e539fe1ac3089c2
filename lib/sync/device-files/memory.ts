/** What this layout remembers of a remote between runs, besides the rows of its files. */
import * as v from 'valibot';
import { NOTE_SIZE } from '../../notes';
import { LARGEST_UNPACKED_BYTES, SCHEMA } from './segment';

const names = v.array(v.string());

/** What this Backstory can read: another version may be able to read more. */
const READER = JSON.stringify([SCHEMA, LARGEST_UNPACKED_BYTES, NOTE_SIZE]);
const ASIDE_REMEMBERED = 300;

const schema = v.object({
  /** What this device last reported there, and in which file. Null: nothing that is still there. */
  published: v.nullable(v.object({ name: v.string(), told: v.string() })),
  /** The `keyId` that seals this device's files there (or that of no key). */
  seal: v.nullable(v.string()),
  /** Files under an earlier key or none, by any device: to be written again. */
  stale: names,
  /** After a server twice refused to delete a file, rewriting rests for a while, or the folder would keep growing. */
  rest: v.optional(v.nullable(v.object({ until: v.number(), ms: v.number() })), null),
  /**
   * The last files this device began to write, noted before writing. One that turns up without a row is still its own:
   * the worker died before storing the row, or a sync client restored a removed file.
   */
  written: names,
  /** Known files of others that one of their later files says it replaces. */
  replaced: v.optional(names, []),
  /** The first file that the last visit had no time for; empty: it read all. */
  next: v.optional(v.string(), ''),
  /** Files that this version cannot read, and why: not requested again until the version changes. */
  aside: v.optional(v.object({ by: v.string(), names: v.record(v.string(), v.picklist(['newer', 'too-large'])) }), {
    by: READER,
    names: {},
  }),
  /** The latest report of each other device: its number, its file, and which files it could not read. */
  heard: v.record(v.string(), v.object({ seq: v.number(), name: v.string(), unreadable: names })),
});

/** Each is some 50 bytes in a row that is stored several times a run. */
export const NAMES_REMEMBERED = 100;

export type FilesMemory = v.InferOutput<typeof schema>;

/** Invalid memory is dropped: that costs writing and reading some files twice. */
export function readFilesMemory(own: unknown): FilesMemory {
  const read = v.safeParse(schema, own);
  const aside = { by: READER, names: {} };
  if (!read.success)
    return {
      published: null,
      seal: null,
      stale: [],
      written: [],
      replaced: [],
      rest: null,
      heard: {},
      next: '',
      aside,
    };
  return read.output.aside.by === READER ? read.output : { ...read.output, aside };
}

export function setAside({ aside }: FilesMemory, name: string, why: 'newer' | 'too-large'): void {
  if (Object.keys(aside.names).length < ASIDE_REMEMBERED) aside.names[name] = why;
}
