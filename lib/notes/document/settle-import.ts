/**
 * Writes a note from a file into a document. Whatever the document said before it still says, or has among its removed
 * passages; whatever the file says, it says afterwards, unless it knew it already.
 *
 *   text in the file ─ as here ──────────────────────────────────► nothing
 *                    ─ nothing written here ─────────────────────► taken
 *                    ─ the text here is still the exported one ──► an edit of the reader's, by one splice
 *                    ─ none ─────────────────────────────────────► nothing
 *                    ─ stands here in whole lines, or did so in a
 *                      version or a removed passage ─────────────► nothing
 *                    ─ else: changed on both sides ──────────────► added below, under a line that says so
 *
 * What was typed over within one session is no version: a file from the middle of it that the reader brings back is
 * added below, unless he took its text out as a whole. A text twice is better than one that is lost.
 */
import { canonicalText, type FoundNote, passageId, textDigest } from '../formats';
import { tagKey } from '../tag-key';
import type { Quote } from '../types';
import { readContent } from './content';
import { digestOf } from './digest';
import { addTag, introduce, remove, writeText } from './edits';
import type { OpenDocument } from './open-document';
import { readRemovedPassages } from './removed-passages';
import { withoutLoneHalves } from './splice';

export type ImportedNote = Omit<FoundNote, 'entity'> & { readonly entity: string };

export interface ImportContext {
  /** Earlier texts of the note. */
  readonly versions: readonly string[];
  /** "Imported 22 November 2026" */
  readonly heading: string;
}

export function settleImport(open: OpenDocument, found: ImportedNote, beside: ImportContext, now: number): void {
  const note = levelNote(found);
  if (open.doc.store.clients.size === 0) writeNew(open, note, now);
  else writeMore(open, note, beside, now);
}

/** As an editor would have stored it: a textarea knows no other line breaks, and Yjs no half surrogates. */
function levelNote(note: ImportedNote): ImportedNote {
  const level = (text: string) => withoutLoneHalves(text).replace(/\r\n?/g, '\n');
  const quotes = note.quotes.map(({ text, title, ...quote }) => ({
    ...quote,
    text: level(text),
    title: withoutLoneHalves(title),
  }));
  return { ...note, name: withoutLoneHalves(note.name), text: level(note.text), quotes };
}

function writeNew(open: OpenDocument, note: ImportedNote, now: number): void {
  const { entity, kind, text, tags, quotes, deletedAt } = note;
  if (text === '' && tags.length === 0 && quotes.length === 0) return;
  const createdAt = note.createdAt ?? note.changedAt ?? now;
  const changedAt = note.changedAt ?? createdAt;
  const name = note.name || entity;
  const own = open.doc.clientID;
  // Two devices importing one file produce the same document, not two that sync would merge into a doubled text.
  open.doc.clientID = sessionOf([
    entity,
    name,
    kind,
    text,
    // Including keys: under this session, only this may ever be written.
    tags.map((tag) => [tagKey(tag), tag]),
    quotes.map(valuesOf),
    createdAt,
    changedAt,
    deletedAt,
  ]);
  open.doc.transact(() => {
    open.meta.set('changedAt', changedAt);
    introduce({ entity, name, kind })(open, createdAt);
    writeText(text)(open, changedAt);
    for (const tag of tags) addTag(tag)(open, changedAt);
    addQuotes(open, quotes);
    if (deletedAt !== null) remove(open, deletedAt);
  });
  // What follows (another file of the same name) depends on this device's date and clock, so it uses its own session.
  open.doc.clientID = own;
}

function writeMore(open: OpenDocument, note: ImportedNote, beside: ImportContext, now: number): void {
  open.doc.transact(() => {
    const text = settleText(open, note, beside);
    if (text !== null) writeText(text)(open, now);
    for (const tag of note.tags) addTag(tag)(open, now);
    addQuotes(open, note.quotes);
  });
}

/** Null: the text stays. */
function settleText(
  open: OpenDocument,
  { text, version }: ImportedNote,
  { versions, heading }: ImportContext,
): string | null {
  const here = open.text.toString();
  if (canonicalText(text) === canonicalText(here)) return null;
  if (canonicalText(here) === '') return text;
  if (version !== null && version === textDigest(here)) return text;
  if (canonicalText(text) === '') return null;
  if ([here, ...versions, ...readRemovedPassages(open)].some((known) => holds(known, text))) return null;
  const gap = here.endsWith('\n\n') ? '' : here.endsWith('\n') ? '\n' : '\n\n';
  return `${here}${gap}${heading}\n${text}`;
}

/** As whole lines: a word inside another word does not make it known. */
function holds(whole: string, part: string): boolean {
  return `\n${trimLines(whole)}\n`.includes(`\n${trimLines(part)}\n`);
}

function trimLines(text: string): string {
  const lines = canonicalText(text).split('\n');
  return lines.map((line) => line.trim()).join('\n');
}

function addQuotes(open: OpenDocument, quotes: readonly Quote[]): void {
  for (const quote of quotes) {
    const known = readContent(open).quotes;
    const same = (text: string) => canonicalText(text) === canonicalText(quote.text);
    if (known.some(({ text, url }) => same(text) && url === quote.url)) continue;
    const id = open.quotes.has(quote.id) ? passageId(quote.text, quote.url) : quote.id;
    const { text, title, url, day, at } = quote;
    if (text.trim() !== '' && !open.quotes.has(id)) open.quotes.set(id, { text, title, url, day, at });
  }
}

const valuesOf = ({ id, text, title, url, day, at }: Quote) => [id, text, title, url, day, at];

function sessionOf(content: unknown): number {
  return Number.parseInt(digestOf(content).slice(0, 8), 16);
}
