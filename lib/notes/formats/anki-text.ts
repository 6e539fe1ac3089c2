/**
 * Notes as flashcards: a text file with Anki's headers. The front has the name and kind, the back a description and the
 * note. What Backstory needs to read the note back is in data attributes, which Anki keeps; without them the visible
 * text is read. A card's id comes from the entity, so that Anki updates its cards at the next import.
 */
import Papa from 'papaparse';
import * as v from 'valibot';
import { withoutLoneHalves } from '../document/splice';
import type { Quote } from '../types';
import { type HtmlPiece, htmlOf, htmlPieces, piecesText } from './html-text';
import { isEntity } from './is-entity';
import { joinLabels, plainTag } from './plain-tags';
import { readKind } from './read-kind';
import { readDay, readStamp, stampOf } from './stamps';
import { tableRows } from './table-rows';
import { passageId, textDigest } from './text-digest';
import type { FileWords, FoundNote, FoundNotes, NotUnderstood, PlainNote } from './types';

const GUID = 'backstory:';
const HEADERS = ['#separator:tab', '#html:true', '#deck:Backstory', '#guid column:1', '#tags column:4'];
const HEADER = /^#(separator|html|tags|columns|notetype|deck|(?:notetype|deck|tags|guid) column):(.*)$/i;
const SEPARATORS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
};

export function writeAnki(notes: readonly PlainNote[], words: FileWords): string {
  const columns = '#columns:id\tFront\tBack\tTags';
  const rows = notes.map((note) => [
    `${GUID}${encodeURIComponent(withoutLoneHalves(note.entity))}`,
    `${htmlOf(note.name)}${note.kind === null ? '' : `<br><small>${htmlOf(words.kind(note.kind))}</small>`}`,
    writeBack(note),
    [...new Set(note.tags.map(plainTag))].join(' '),
  ]);
  return `${[...HEADERS, columns].join('\n')}\n${Papa.unparse(rows, { delimiter: '\t', newline: '\n' })}\n`;
}

function writeBack({ name, kind, who, text, tags, quotes, createdAt, changedAt }: PlainNote): string {
  const data = {
    name,
    kind,
    tags,
    created: stampOf(createdAt),
    changed: stampOf(changedAt),
    version: textDigest(text),
  };
  const note = `<div data-backstory="${attribute(data)}" style="white-space: pre-wrap">${htmlOf(text)}</div>`;
  const passages = quotes.map(({ id, text: passage, title, url, day, at }) => {
    const known = attribute({ id, title, url, day, at: stampOf(at) });
    const link = /^https?:/i.test(url) ? `<a href="${htmlOf(url)}">${htmlOf(title)}</a>` : htmlOf(title);
    const source = `<footer>— ${link}${day === null ? '' : `, ${day}`}</footer>`;
    return `<blockquote data-quote="${known}" style="white-space: pre-wrap">${htmlOf(passage)}${source}</blockquote>`;
  });
  // Behind the name, which is the question; in its own element, so that it is not read back as the note.
  const about = who === undefined ? '' : `<header data-who><small>${htmlOf(who)}</small></header>`;
  return [about, note, ...passages].join('');
}

/** Line breaks inside an attribute would be lost. */
function attribute(data: unknown): string {
  return htmlOf(JSON.stringify(data));
}

export function looksLikeAnki(text: string): boolean {
  return HEADER.test(text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '');
}

export function readAnki(file: string, text: string, now: number): FoundNotes {
  const headers = new Map<string, string>();
  let rest = text.replace(/^\ufeff/, '');
  let skipped = 0;
  for (let match = firstHeader(rest); match; match = firstHeader(rest)) {
    headers.set((match[1] ?? '').toLowerCase(), (match[2] ?? '').trim());
    rest = rest.slice(match[0].length);
    skipped++;
  }
  const separator = headers.get('separator') ?? 'tab';
  const delimiter = SEPARATORS[separator.toLowerCase()] ?? (separator.length === 1 ? separator : '\t');
  const column = (name: string): number => Number(headers.get(`${name} column`) ?? 0) - 1;
  const special = ['notetype', 'deck', 'tags', 'guid'].map(column);
  const notes: FoundNote[] = [];
  const problems: NotUnderstood[] = [];
  for (const { cells: row, line } of tableRows(rest, delimiter)) {
    const start = line + skipped;
    const [front, back] = row.filter((_, i) => !special.includes(i));
    // A comment; but ids made by Anki may begin with the same sign.
    if (back === undefined && row[0]?.startsWith('#')) continue;
    if (front === undefined || back === undefined) {
      problems.push({ file, line: start, why: 'bad-line', detail: String(row.length) });
      continue;
    }
    const entity = readGuid(row[column('guid')] ?? '');
    if (entity !== null && !isEntity(entity)) {
      problems.push({ file, line: start, why: 'not-a-note', detail: '' });
      continue;
    }
    const tags = `${row[column('tags')] ?? ''} ${headers.get('tags') ?? ''}`.split(/\s+/).filter((tag) => tag !== '');
    const html = (headers.get('html') ?? 'false').toLowerCase() === 'true';
    const note = readCard(front, back, html, now);
    notes.push({ ...note, entity, tags: joinLabels(tags, note.tags), file, line: start });
  }
  return { notes, problems };
}

function firstHeader(rest: string): RegExpExecArray | null {
  return /^#([a-z ]+):([^\r\n]*)(?:\r?\n|$)/i.exec(rest);
}

function readGuid(guid: string): string | null {
  if (!guid.startsWith(GUID)) return null;
  try {
    return decodeURIComponent(guid.slice(GUID.length)) || null;
  } catch {
    return null;
  }
}

const CardData = v.object({
  name: v.fallback(v.string(), ''),
  kind: v.fallback(v.nullable(v.string()), null),
  tags: v.fallback(v.array(v.string()), []),
  created: v.fallback(v.string(), ''),
  changed: v.fallback(v.string(), ''),
  version: v.fallback(v.nullable(v.string()), null),
});
const QuoteData = v.object({
  id: v.string(),
  title: v.fallback(v.string(), ''),
  url: v.fallback(v.string(), ''),
  day: v.fallback(v.nullable(v.string()), null),
  at: v.fallback(v.string(), ''),
});

function readCard(front: string, back: string, html: boolean, now: number): Omit<FoundNote, 'file' | 'line'> {
  const pieces: readonly HtmlPiece[] = html ? htmlPieces(back) : [{ type: 'text', text: back }];
  const { note, data, quotes } = divide(pieces);
  const said = readData(CardData, data);
  const name = (html ? piecesText(htmlPieces(front)) : front).split('\n', 1)[0] ?? '';
  return {
    entity: null,
    name: said?.name || name.trim(),
    kind: readKind(said?.kind),
    text: piecesText(note),
    tags: said?.tags ?? [],
    quotes: quotes.map((quote) => readPassage(quote, now)),
    createdAt: readStamp(said?.created),
    changedAt: readStamp(said?.changed),
    deletedAt: null,
    version: said?.version ?? null,
  };
}

interface Passage {
  readonly data: string | undefined;
  readonly text: HtmlPiece[];
  readonly source: HtmlPiece[];
}

/** Splits a card's back into block quotes (with footers) and the rest. */
function divide(pieces: readonly HtmlPiece[]): {
  note: readonly HtmlPiece[];
  data: string | undefined;
  quotes: readonly Passage[];
} {
  const note: HtmlPiece[] = [];
  const quotes: Passage[] = [];
  let data: string | undefined;
  let quote: Passage | null = null;
  let footer = false;
  let about = false;
  for (const piece of pieces) {
    if (piece.type === 'open' && piece.name === 'header' && piece.attributes.has('data-who')) about = true;
    else if (piece.type === 'close' && piece.name === 'header') about = false;
    else if (about) continue;
    else if (piece.type !== 'text' && piece.name === 'blockquote') {
      quote = piece.type === 'open' ? { data: piece.attributes.get('data-quote'), text: [], source: [] } : null;
      if (quote) quotes.push(quote);
      footer = false;
    } else if (quote && piece.type !== 'text' && piece.name === 'footer') footer = piece.type === 'open';
    else if (quote) (footer ? quote.source : quote.text).push(piece);
    else {
      if (piece.type === 'open') data ??= piece.attributes.get('data-backstory');
      note.push(piece);
    }
  }
  return { note, data, quotes };
}

function readPassage({ data, text, source }: Passage, now: number): Quote {
  const said = readData(QuoteData, data);
  const passage = piecesText(text);
  if (said) {
    const { id, title, url, day, at } = said;
    return { id, text: passage, title, url, day: readDay(day), at: readStamp(at) ?? now };
  }
  const link = source.find((piece) => piece.type === 'open' && piece.name === 'a');
  const url = (link?.type === 'open' && link.attributes.get('href')) || '';
  const [, title = '', day] = /^(?:— )?(.*?)(?:, (\d{4}-\d\d-\d\d))?$/su.exec(piecesText(source)) ?? [];
  return { id: passageId(passage, url), text: passage, title, url, day: readDay(day), at: now };
}

function readData<T extends v.GenericSchema>(schema: T, json: string | undefined): v.InferOutput<T> | null {
  if (json === undefined) return null;
  try {
    const parsed = v.safeParse(schema, JSON.parse(json));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
