/**
 * What a note's document says. It may come from another device and a newer Backstory: invalid parts are left out here,
 * the rest stays readable.
 */
import * as v from 'valibot';
import { type EntityKey, KINDS, type Kind } from '../../facts';
import { isDay } from '../../time';
import { isEntity } from '../formats/is-entity';
import { tagKey } from '../tag-key';
import type { Quote } from '../types';
import { digestOf } from './digest';
import type { OpenDocument } from './open-document';

export interface NoteContent {
  /** Empty if no one has given it yet. */
  readonly name: string;
  readonly kind: Kind | null;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly text: string;
  /** By their keys. */
  readonly tags: readonly string[];
  /** By time. */
  readonly quotes: readonly Quote[];
  /** When it was put into the bin; null: it is kept. */
  readonly deletedAt: number | null;
  /** Whose note it is by the reader's decision; null: as the packs say. */
  readonly place: EntityKey | null;
  /** Equal exactly if text, tags, quotes, name, bin and place are equal. */
  readonly digest: string;
}

/** The limits of a `Date` in milliseconds: beyond, formatting the day throws. */
const LAST_INSTANT = 8.64e15;
const instant = v.pipe(v.number(), v.minValue(-LAST_INSTANT), v.maxValue(LAST_INSTANT));
const kind = v.picklist(KINDS);
const deletion = v.object({ at: instant, of: v.string() });
/** Quotes are shown as links. */
const address = v.fallback(v.pipe(v.string(), v.regex(/^https?:\/\//i)), '');
const day = v.nullable(v.pipe(v.string(), v.check(isDay)));
const quote = v.object({
  text: v.string(),
  title: v.fallback(v.string(), ''),
  url: address,
  day: v.fallback(day, null),
  at: v.fallback(instant, 0),
});

function read<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
}

const byFirst = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]) =>
  a < b ? -1 : a > b ? 1 : 0;

function readTags({ tags }: OpenDocument): string[] {
  const labels = [...tags.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const known = new Set<string>();
  // A label may appear under two keys if an older Backstory set one.
  return labels.sort(byFirst).flatMap(([, label]) => {
    const key = tagKey(label);
    if (known.has(key)) return [];
    known.add(key);
    return [label];
  });
}

function readQuotes({ quotes }: OpenDocument): Quote[] {
  const found: Quote[] = [];
  for (const [id, value] of [...quotes.entries()].sort(byFirst)) {
    const known = read(quote, value);
    if (known) found.push({ id, ...known });
  }
  return found;
}

const contentDigest = (text: string, tags: readonly string[], quotes: readonly Quote[]) =>
  digestOf([text, tags, quotes.map(({ id, text, title, url, day, at }) => [id, text, title, url, day, at])]);

/** Identifies exactly this text with these tags and quotes: what a deletion refers to. */
export function digestToDelete(open: OpenDocument): string {
  return contentDigest(open.text.toString(), readTags(open), readQuotes(open));
}

export function readContent(open: OpenDocument): NoteContent {
  const { meta } = open;
  const text = open.text.toString();
  const tags = readTags(open);
  const quotes = readQuotes(open);
  const digest = contentDigest(text, tags, quotes);
  // A deletion applies to the content it saw: an edit unknown to it takes the note out of the bin.
  const deleted = read(deletion, meta.get('deletion'));
  const deletedAt = deleted?.of === digest ? deleted.at : null;
  const name = read(v.string(), meta.get('name')) ?? '';
  const place = read(v.pipe(v.string(), v.check(isEntity)), meta.get('place'));
  const changedAt = read(instant, meta.get('changedAt')) ?? read(instant, meta.get('createdAt')) ?? 0;
  return {
    name,
    kind: read(kind, meta.get('kind')),
    createdAt: read(instant, meta.get('createdAt')) ?? changedAt,
    changedAt,
    text,
    tags,
    quotes: quotes.sort((a, b) => a.at - b.at),
    deletedAt,
    place,
    digest: digestOf([digest, deletedAt === null, name, ...(place === null ? [] : [place])]),
  };
}
