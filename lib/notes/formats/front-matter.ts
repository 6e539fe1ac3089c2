/**
 * The YAML block at the head of a Markdown file. Obsidian wants lists for `tags` and `aliases`; Logseq reads single
 * lines until the first list, so lists come last. Every value is read as text: a name may look like a number.
 */
import { parse, stringify } from 'yaml';
import { FormatError } from './format-error';

/** Characters; a larger block is no head of a note. */
const LONGEST = 100_000;

export interface FrontMatter {
  readonly fields: Readonly<Record<string, unknown>>;
  /** All after the block. */
  readonly body: string;
}

export function writeFrontMatter(fields: Readonly<Record<string, string | readonly string[] | null>>): string {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value.length > 0));
  const yaml = stringify(said, PLAIN);
  // Logseq ends the block at the first three hyphens, wherever they are; quoted, a hyphen can be written otherwise.
  const safe = yaml.includes('---') ? stringify(said, QUOTED).replaceAll('---', '\\x2D--') : yaml;
  return `---\n${safe}---\n`;
}

const PLAIN = { lineWidth: 0, blockQuote: false } as const;
const QUOTED = { ...PLAIN, defaultKeyType: 'PLAIN', defaultStringType: 'QUOTE_DOUBLE' } as const;

/** Null: there is no such block. */
export function readFrontMatter(markdown: string): FrontMatter | null {
  const opening = /^---[ \t]*\n/.exec(markdown);
  if (!opening) return null;
  const closing = /(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/g;
  closing.lastIndex = opening[0].length;
  const end = closing.exec(markdown);
  if (!end || end.index > LONGEST) return null;
  const body = markdown.slice(end.index + end[0].length);
  try {
    const options = { schema: 'failsafe', maxAliasCount: 0, uniqueKeys: false, logLevel: 'error' } as const;
    const fields: unknown = parse(markdown.slice(opening[0].length, end.index), options);
    if (fields === null || fields === '') return { fields: {}, body };
    if (typeof fields !== 'object' || Array.isArray(fields)) throw new FormatError('front-matter');
    return { fields: fields as Record<string, unknown>, body };
  } catch (cause) {
    throw cause instanceof FormatError ? cause : new FormatError('front-matter', '', { cause });
  }
}

export function textField(fields: FrontMatter['fields'], key: string): string | null {
  const value = Object.hasOwn(fields, key) ? fields[key] : null;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A list, or the words of one line with commas between them. */
export function listField(fields: FrontMatter['fields'], key: string): readonly string[] {
  const value = Object.hasOwn(fields, key) ? fields[key] : null;
  const items = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  return items.flatMap((item: unknown) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []));
}
