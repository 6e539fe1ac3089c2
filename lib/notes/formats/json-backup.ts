/**
 * The backup: every document, including the bin and travelling settings, plus the notes as plain text for people and
 * other programs. A file of plain notes alone can also be read.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strToU8 } from 'fflate';
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../bytes';
import { withoutLoneHalves } from '../document/splice';
import type { DocId, DocUpdate } from '../types';
import { entityKeys } from './entity-keys';
import { FormatError } from './format-error';
import { isEntity } from './is-entity';
import { MOST_NOTES } from './limits';
import { parseJson } from './parse-json';
import { readKind } from './read-kind';
import { readDay, readStamp, stampOf } from './stamps';
import { passageId, textDigest } from './text-digest';
import type { FoundNote, FoundNotes, NotUnderstood, PlainNote } from './types';

/** Increased when older versions can no longer read the new files. */
export const BACKUP_SCHEMA = 1;

export interface Backup {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The device's name, for the reader. */
  readonly device: string;
  readonly notes: readonly PlainNote[];
  readonly docs: readonly DocUpdate[];
}

export interface FoundBackup extends FoundNotes {
  readonly docs: readonly DocUpdate[];
}

export function writeBackup({ at, device, notes, docs }: Backup): string {
  const states = docs.map(({ doc, update }) => ({ id: doc, state: toBase64(update) }));
  const plain = notes.map(({ createdAt, changedAt, deletedAt, quotes, ...note }) => ({
    ...note,
    // Besides the key that leads to its document.
    ...(entityKeys(note).wikidata !== null && { wikidata: entityKeys(note).wikidata }),
    quotes: quotes.map((quote) => ({ ...quote, at: stampOf(quote.at) })),
    created: stampOf(createdAt),
    changed: stampOf(changedAt),
    ...(deletedAt === null ? {} : { deleted: stampOf(deletedAt) }),
    version: textDigest(note.text),
  }));
  const head = { backstory: 'backup', schema: BACKUP_SCHEMA, at: stampOf(at), device };
  return JSON.stringify({ ...head, notes: plain, docs: states, sum: sumOf(states) }, null, 1);
}

const PlainQuote = v.object({
  id: v.optional(v.string()),
  text: v.string(),
  title: v.optional(v.string(), ''),
  url: v.optional(v.string(), ''),
  day: v.optional(v.nullable(v.string()), null),
  at: v.optional(v.string()),
});
const Plain = v.object({
  entity: v.optional(v.nullable(v.pipe(v.string(), v.nonEmpty())), null),
  name: v.optional(v.string(), ''),
  kind: v.optional(v.nullable(v.string()), null),
  text: v.string(),
  tags: v.optional(v.array(v.string()), []),
  quotes: v.optional(v.array(PlainQuote), []),
  created: v.optional(v.string()),
  changed: v.optional(v.string()),
  deleted: v.optional(v.string()),
  version: v.optional(v.string()),
});
const State = v.object({
  id: v.union([v.literal('settings'), v.pipe(v.string(), v.regex(/^note:./su))]),
  state: v.string(),
});
const Envelope = v.object({
  backstory: v.literal('backup'),
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  notes: v.optional(v.array(v.unknown()), []),
  docs: v.optional(v.array(State), []),
  sum: v.optional(v.string()),
});

export function looksLikeBackup(text: string): boolean {
  return /^\s*\{/.test(text) && text.slice(0, 2000).includes('"backstory"');
}

/** @throws FormatError unless all documents are there as written. */
export function readBackup(file: string, text: string, now: number): FoundBackup {
  const json = readJson(text);
  const schema = v.safeParse(v.object({ backstory: v.literal('backup'), schema: v.number() }), json);
  if (!schema.success) throw new FormatError(looksLikeBackup(text) ? 'damaged' : 'foreign');
  if (schema.output.schema > BACKUP_SCHEMA) throw new FormatError('newer', String(schema.output.schema));
  const envelope = v.safeParse(Envelope, json);
  if (!envelope.success) throw new FormatError('damaged', v.getDotPath(envelope.issues[0]) ?? '');
  const { notes, docs, sum } = envelope.output;
  if (sum !== undefined && sum !== sumOf(docs)) throw new FormatError('damaged', 'sum');

  const found: FoundNote[] = [];
  const problems: NotUnderstood[] = [];
  const whole = docs.filter(({ id }) => id === withoutLoneHalves(id));
  if (docs.length - whole.length > MOST_NOTES) throw new FormatError('damaged', 'docs');
  for (let i = whole.length; i < docs.length; i++)
    problems.push({ file, line: null, why: 'not-a-note', detail: 'docs' });
  const ids = new Set(whole.map(({ id }) => id));
  // Whatever has a document was a note somewhere, whatever its key looks like.
  const isSound = (entity: string | null) => entity === null || isEntity(entity) || ids.has(`note:${entity}`);
  for (const [i, entry] of notes.entries()) {
    // Nobody reads so many lines, and the page would have to hold them.
    if (problems.length > MOST_NOTES) throw new FormatError('damaged', 'notes');
    const note = v.safeParse(Plain, entry);
    if (!note.success || !isSound(note.output.entity)) {
      problems.push({ file, line: null, why: 'not-a-note', detail: `notes[${i}]` });
    } else if (note.output.entity === null && note.output.name.trim() === '') {
      problems.push({ file, line: null, why: 'no-name', detail: `notes[${i}]` });
    } else found.push(foundNote(note.output, file, now));
  }
  return { docs: whole.map(readState), notes: found, problems };
}

function foundNote(note: v.InferOutput<typeof Plain>, file: string, now: number): FoundNote {
  const { entity, name, text, tags, version = null } = note;
  const quotes = note.quotes.map(({ id, at, day, ...quote }) => ({
    ...quote,
    id: id ?? passageId(quote.text, quote.url),
    day: readDay(day),
    at: readStamp(at) ?? now,
  }));
  const createdAt = readStamp(note.created);
  const changedAt = readStamp(note.changed);
  const deletedAt = readStamp(note.deleted);
  const kind = readKind(note.kind);
  return { entity, name, kind, text, tags, quotes, createdAt, changedAt, deletedAt, version, file, line: null };
}

function readJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new FormatError(looksLikeBackup(text) ? 'damaged' : 'foreign', '', { cause });
  }
}

function readState({ id, state }: v.InferOutput<typeof State>): DocUpdate {
  try {
    return { doc: id as DocId, update: fromBase64(state) };
  } catch (cause) {
    throw new FormatError('damaged', id, { cause });
  }
}

/** Over the documents only: the plain notes may be edited by hand. */
function sumOf(states: readonly { readonly id: string; readonly state: string }[]): string {
  const hash = sha256.create();
  for (const { id, state } of states) hash.update(strToU8(JSON.stringify([id, state])));
  return bytesToHex(hash.digest()).slice(0, 32);
}
