/**
 * The YAML block at the head of a Markdown file. Obsidian wants lists for `tags` and `aliases`; Logseq reads single
 * lines up to the first list, so lists come last. Every value is read as text: a name may look like a number.
 */
import { Lexer, Parser, parse, stringify } from 'yaml';

/** In characters; a larger block is no note's head. */
const LONGEST = 100_000;
/** In characters; a larger block is read field by field. */
const LONGEST_YAML = 20_000;
/** Levels in the parser, which uses two for a nested list. */
const DEEPEST = 32;

export interface FrontMatter {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Everything after the block. */
  readonly body: string;
  /** The first line of the file, 1-based, that belongs to no field. */
  readonly unread: number | null;
}

export function writeFrontMatter(fields: Readonly<Record<string, string | readonly string[] | null>>): string {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value.length > 0));
  const yaml = stringify(said, PLAIN);
  // Logseq ends the block at the first three hyphens anywhere; in quotes a hyphen can be escaped.
  const safe = yaml.includes('---') ? stringify(said, QUOTED).replaceAll('---', '\\x2D--') : yaml;
  return `---\n${safe}---\n`;
}

const PLAIN = { lineWidth: 0, blockQuote: false } as const;
const QUOTED = { ...PLAIN, defaultKeyType: 'PLAIN', defaultStringType: 'QUOTE_DOUBLE' } as const;

/** Null: there is no such block, and the whole file is text. `keys`: the fields that will be read. */
export function readFrontMatter(markdown: string, keys: readonly string[]): FrontMatter | null {
  const opening = /^---[ \t]*\n/.exec(markdown);
  if (!opening) return null;
  const closing = /(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/g;
  closing.lastIndex = opening[0].length;
  const end = closing.exec(markdown);
  if (!end || end.index > LONGEST) return null;
  const block = markdown.slice(opening[0].length, end.index);
  const body = markdown.slice(end.index + end[0].length);
  const yaml = parseYaml(block);
  if (yaml === null || yaml === '') return { fields: {}, body, unread: null };
  if (isRecord(yaml)) return { fields: yaml, body, unread: null };
  // Two horizontal rules are not a head, but a head with only some lines of YAML still is.
  const loose = yaml === undefined ? readLoosely(block, keys) : null;
  return loose && { ...loose, body };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const FAILSAFE = { schema: 'failsafe', maxAliasCount: 0, uniqueKeys: false, logLevel: 'error' } as const;

/** Undefined: not YAML, or more of it than any note has. */
function parseYaml(yaml: string): unknown {
  if (yaml.length > LONGEST_YAML || isDeep(yaml)) return undefined;
  try {
    return parse(yaml, FAILSAFE);
  } catch {
    return undefined;
  }
}

/**
 * `parse` would recurse until the stack overflows, and V8 kills the whole process if that happens while compiling a
 * regular expression. Lexer and token parser are loops.
 */
function isDeep(yaml: string): boolean {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(yaml)) {
    for (const _ of parser.next(lexeme)); // documents it has finished
    if (parser.stack.length > DEEPEST) return true;
  }
  return false;
}

/** Field by field, if the whole block is not YAML: a title with a colon, nested quotation marks. */
function readLoosely(block: string, keys: readonly string[]): Omit<FrontMatter, 'body'> | null {
  const sections = new Map<string, string[]>();
  let open: string[] | undefined;
  let unread: number | null = null;
  for (const [index, line] of block.split('\n').entries()) {
    const key = /^[^\s:#-][^:]*(?=:)/.exec(line)?.[0].trimEnd();
    if (key !== undefined) {
      open = [line.slice(line.indexOf(':') + 1)];
      sections.set(key, open);
    } else if (open && /^(\s|-|$)/.test(line)) open.push(line);
    else if (!line.startsWith('#')) unread ??= index + 2; // the dashes are line 1
  }
  const found = keys.flatMap((key) => {
    const lines = sections.get(key);
    return lines ? [[key, readSection(lines)] as const] : [];
  });
  return found.length > 0 ? { fields: Object.fromEntries(found), unread } : null;
}

function readSection(lines: readonly string[]): unknown {
  const yaml = parseYaml(`field: ${lines.join('\n')}`);
  if (isRecord(yaml) && yaml.field !== undefined) return yaml.field;
  const [head = '', ...more] = lines.map((line) => line.trim());
  const items = more.filter((line) => line.startsWith('-'));
  if (head === '' && items.length > 0) return items.map((item) => bare(item.slice(1)));
  return bare([head, ...more].join(' '));
}

/** Without surrounding quotation marks that its writer meant as YAML. */
function bare(written: string): string {
  const text = written.trim();
  const mark = text[0];
  if (mark !== '"' && mark !== "'") return text;
  const next = text.indexOf(mark, 1);
  if (next < 0) return mark === '"' ? text.slice(1) : text; // an apostrophe may begin a name
  // A closing one has a word before it and none behind it: “"Iran" and "Iraq"”.
  const closes =
    next < text.length - 1 && /\S/.test(text[next - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[next + 1] ?? '');
  return text.endsWith(mark) && !closes ? text.slice(1, -1) : text;
}

export function textField(fields: FrontMatter['fields'], key: string): string | null {
  const value = Object.hasOwn(fields, key) ? fields[key] : null;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A list, or one line of words separated by commas, with or without brackets that YAML could not read. */
export function listField(fields: FrontMatter['fields'], key: string): readonly string[] {
  const value = Object.hasOwn(fields, key) ? fields[key] : null;
  const listed =
    typeof value === 'string'
      ? value
          .replace(/^\[|\]$/g, '')
          .split(',')
          .map(bare)
      : value;
  const items = Array.isArray(listed) ? listed : [];
  return items.flatMap((item: unknown) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []));
}
