/** What this layout remembers of a remote between two runs, beside the rows of its files. */
import * as v from 'valibot';
import { NOTE_SIZE } from '../../notes';
import { LARGEST_UNPACKED_BYTES, SCHEMA } from './segment';

const names = v.array(v.string());

/** What this Backstory can read: another one may take in what this one could not. */
const READER = JSON.stringify([SCHEMA, LARGEST_UNPACKED_BYTES, NOTE_SIZE]);
const ASIDE_REMEMBERED = 300;

const schema = v.object({
  /** What this device last told the others there, and in which file. Null: nothing that still lies there. */
  published: v.nullable(v.object({ name: v.string(), told: v.string() })),
  /** Which key (or none) this device's files there are closed with, by `keyId`. */
  seal: v.nullable(v.string()),
  /** Files closed with an earlier key, or with none: to be written anew, whoever wrote them. */
  stale: names,
  /** After a server twice did not let a file go, nothing is written anew for a while, or the folder would grow at each run. */
  rest: v.optional(v.nullable(v.object({ until: v.number(), ms: v.number() })), null),
  /**
   * The last files that this device began to write, noted before the writing. One that turns up without a row is its own
   * all the same: it died before noting it, or a sync client brought back what was removed.
   */
  written: names,
  /** Files of others that one of their later files replaces, as it says; as long as they are known. */
  replaced: v.optional(names, []),
  /** The first file that the last visit had no time for; empty: it had for all. */
  next: v.optional(v.string(), ''),
  /** Files that this Backstory cannot take in, and why: not asked for again before another version is here. */
  aside: v.optional(v.object({ by: v.string(), names: v.record(v.string(), v.picklist(['newer', 'too-large'])) }), {
    by: READER,
    names: {},
  }),
  /** Of each other device the latest report: its number, its file, and whose files it could not read. */
  heard: v.record(v.string(), v.object({ seq: v.number(), name: v.string(), unreadable: names })),
});

/** Each is some 50 bytes of a row that is stored several times a run. */
export const NAMES_REMEMBERED = 100;

export type FilesMemory = v.InferOutput<typeof schema>;

/** A memory that does not check out is forgotten: it costs writing and reading some files twice. */
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
