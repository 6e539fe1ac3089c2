/**
 * One note as a Markdown file: front matter, the reader's text as it is, and below a mark what Backstory adds for other
 * programs (tags, quoted passages, links). Everything above the last mark is text, whatever it contains.
 */
import { entityKeys } from './entity-keys';
import { FormatError } from './format-error';
import { listField, readFrontMatter, textField, writeFrontMatter } from './front-matter';
import { isEntity } from './is-entity';
import { readQuotes, writeQuotes } from './markdown-quotes';
import { joinLabels, plainTag } from './plain-tags';
import { readKind } from './read-kind';
import { readStamp, stampOf } from './stamps';
import { textDigest } from './text-digest';
import type { FileWords, FoundNotes, PlainNote } from './types';

/** A comment in Obsidian and Logseq, and an empty line elsewhere. */
const MARK = '[//]: # (backstory: the note ends here)';

export interface MarkdownPlace {
  /** The file name without extension. */
  readonly stem: string;
  /** Stems of the notes that it names or that name it. */
  readonly related: readonly string[];
}

export function writeMarkdownNote(note: PlainNote, { stem, related }: MarkdownPlace, words: FileWords): string {
  const tags = note.tags.map(plainTag);
  const { key, wikidata, notedUnder } = entityKeys(note);
  const head = writeFrontMatter({
    backstory: key,
    'noted under': notedUnder,
    wikidata,
    name: note.name,
    kind: note.kind,
    about: note.who ?? null,
    created: stampOf(note.createdAt),
    changed: stampOf(note.changedAt),
    version: textDigest(note.text),
    aliases: stem === note.name || note.name.trim() === '' ? [] : [note.name],
    tags: [...new Set(tags)],
    'tag labels': tags.every((tag, i) => tag === note.tags[i]) ? [] : note.tags,
  });
  const added = [
    [...new Set(tags)].map((tag) => `#${tag}`).join(' '),
    note.quotes.length > 0 ? `## ${words.quotes}\n\n${writeQuotes(note.quotes)}` : '',
    related.length > 0 ? `## ${words.related}\n\n${related.map((other) => `- [[${other}]]`).join('\n')}` : '',
  ].filter((part) => part !== '');
  const marked = added.length > 0 || note.text.includes(MARK);
  return `${head}\n${note.text}\n${marked ? `\n${[MARK, ...added].join('\n\n')}\n` : ''}`;
}

const KEYS = [
  'backstory',
  'noted under',
  'name',
  'title',
  'kind',
  'created',
  'changed',
  'version',
  'tags',
  'tag labels',
];

/** `now` is the time for passages without one. @throws FormatErrors */
export function readMarkdownNote(file: string, markdown: string, now: number): FoundNotes {
  // A program that writes CRLF writes it everywhere; in our files a lone CR is part of the text.
  const lines = /^---[ \t]*\n/.test(markdown) ? markdown : markdown.replace(/\r\n?/g, '\n');
  const front = readFrontMatter(lines, KEYS);
  const fields = front?.fields ?? {};
  const [text, added] = divide(front?.body ?? lines, front !== null);
  const entity = textField(fields, 'noted under') ?? textField(fields, 'backstory');
  if (entity !== null && !isEntity(entity)) throw new FormatError('not-a-note');
  const stem = file.replace(/^.*[/\\]/, '').replace(/\.(md|markdown)$/i, '');
  const note = {
    entity,
    name: textField(fields, 'name') ?? textField(fields, 'title') ?? stem,
    kind: readKind(fields.kind),
    text,
    tags: joinLabels(listField(fields, 'tags'), listField(fields, 'tag labels')),
    quotes: readQuotes(added, now),
    createdAt: readStamp(fields.created),
    changedAt: readStamp(fields.changed),
    deletedAt: null,
    version: textField(fields, 'version'),
    file,
    line: null,
  };
  const line = front?.unread ?? null;
  return { notes: [note], problems: line === null ? [] : [{ file, line, why: 'front-matter', detail: '' }] };
}

function divide(body: string, headed: boolean): readonly [text: string, added: string] {
  // Without the `m` flag, for which a lone CR or U+2028 inside a quote also starts a line.
  const mark = new RegExp(`(?<=^|\n)${MARK.replace(/[[\]/()]/g, '\\$&')}[ \t]*(?=\n|$)`, 'g');
  const last = [...body.matchAll(mark)].at(-1);
  const text = last ? body.slice(0, last.index) : body;
  const added = last ? body.slice(last.index + last[0].length) : '';
  const start = headed && text.startsWith('\n') ? 1 : 0;
  const blank = last ? 2 : 1;
  let end = text.length;
  for (let i = 0; i < blank && end > start && text[end - 1] === '\n'; i++) end--;
  return [text.slice(start, end), added];
}
