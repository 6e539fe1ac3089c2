/**
 * The content of a segment file before sealing: gzipped JSON, so that a reader with `age` and `gunzip` does not need
 * us. Validated on entry; a file with a schema number above ours is rejected before anything else is checked.
 */
import { Gunzip, gzipSync, strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../bytes';
import type { DocId } from '../../database';
import type { DocUpdate } from '../../notes';
import { instantOfOthers } from '../exchange';
import { SyncError } from '../sync-error';
import type { DeviceReport } from '../types';

export const SCHEMA = 1;
/** Our segments have 2 MB unpacked, or a single note, which base64 makes a third larger. Stops a gzip bomb. */
export const LARGEST_UNPACKED_BYTES = 16 * 1024 * 1024;
/** Input per step, so that a bomb is noticed before it fills memory: gzip expands 1,032 : 1 at most. */
const GUNZIP_STEP_BYTES = 16 * 1024;

export interface Segment extends DeviceReport {
  readonly seq: number;
  /** Other devices' files that this one found damaged. Their owners write them again. */
  readonly unreadable: readonly string[];
  /** Files of this device whose current documents are in this file or those just before it. */
  readonly replaces: readonly string[];
  readonly docs: readonly DocUpdate[];
}

/** Ten times what a segment of ours can hold. */
const MOST_DOCS = 100_000;

const docId = v.custom<DocId>((id) => typeof id === 'string' && (id === 'settings' || /^note:./su.test(id)));
const bytes = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return fromBase64(dataset.value);
    } catch {
      addIssue({ message: 'not base64' });
      return NEVER;
    }
  }),
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** They are remembered in a row that is stored several times a run. */
const MOST_NAMES = 1000;
const fileNames = v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(MOST_NAMES));

const envelope = v.object({ schema: count, app: v.literal('backstory') });
const segment = v.object({
  device: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  name: v.pipe(v.string(), v.maxLength(1000)),
  seq: count,
  at: instantOfOthers,
  count,
  digest: v.pipe(v.string(), v.maxLength(128)),
  unreadable: fileNames,
  replaces: fileNames,
  docs: v.pipe(v.array(v.object({ id: docId, update: bytes })), v.maxLength(MOST_DOCS)),
});

export function encodeSegment({ docs, ...report }: Segment): Uint8Array {
  const json = JSON.stringify({
    schema: SCHEMA,
    app: 'backstory',
    ...report,
    // With more, nobody would read the file. A device not told of a replacement writes the content once more.
    unreadable: report.unreadable.slice(0, MOST_NAMES),
    replaces: report.replaces.slice(0, MOST_NAMES),
    docs: docs.map(({ doc, update }) => ({ id: doc, update: toBase64(update) })),
  });
  // No time in the header: equal content, equal bytes.
  return gzipSync(strToU8(json), { mtime: 0 });
}

/**
 * Throws SyncError `newer`, or `damaged` for anything this Backstory cannot have written.
 * @param largest bytes, unpacked; throws SyncError `too-large`
 * @param spent receives the number of unpacked bytes, however it ends
 */
export function decodeSegment(
  packed: Uint8Array,
  largest = LARGEST_UNPACKED_BYTES,
  spent: (bytes: number) => void = () => {},
): Segment {
  const json = parse(unpack(packed, largest, spent));
  const head = v.safeParse(envelope, json);
  if (!head.success) throw new SyncError('damaged', 'not a file of notes');
  if (head.output.schema > SCHEMA) throw new SyncError('newer', `schema ${head.output.schema}`);
  const body = v.safeParse(segment, json);
  if (!body.success) throw new SyncError('damaged', body.issues[0].message);
  const { docs, ...report } = body.output;
  return { ...report, docs: docs.map(({ id, update }) => ({ doc: id, update })) };
}

function unpack(packed: Uint8Array, largest: number, spent: (bytes: number) => void): string {
  const parts: Uint8Array[] = [];
  let size = 0;
  let complete = false;
  const gunzip = new Gunzip((part, final) => {
    size += part.length;
    if (size > largest) throw new SyncError('too-large', 'too large');
    parts.push(part);
    complete = final;
  });
  try {
    for (let at = 0; at < packed.length; at += GUNZIP_STEP_BYTES) {
      const end = Math.min(at + GUNZIP_STEP_BYTES, packed.length);
      gunzip.push(packed.subarray(at, end), end === packed.length);
    }
  } catch (error) {
    throw error instanceof SyncError ? error : new SyncError('damaged', 'not gzip', { cause: error });
  } finally {
    spent(size);
  }
  if (!complete) throw new SyncError('damaged', 'not gzip');
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return strFromU8(whole);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SyncError('damaged', 'not JSON', { cause: error });
  }
}
