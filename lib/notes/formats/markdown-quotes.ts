/**
 * Quoted passages as Markdown: a block quote ending with a link to the story, followed by a comment for programs.
 * Without the comment someone typed the passage.
 */
import type { Quote } from '../types';
import { readDay, readStamp, stampOf } from './stamps';
import { passageId } from './text-digest';

export function writeQuotes(quotes: readonly Quote[]): string {
  return quotes.map(writeQuote).join('\n\n');
}

function writeQuote({ id, text, title, url, day, at }: Quote): string {
  const source = `— [${escapeTitle(title)}](<${escapeUrl(url)}>)${day === null ? '' : `, ${day}`}`;
  const lines = [...text.split('\n'), '', source].map((line) => (line === '' ? '>' : `> ${line}`));
  return `${lines.join('\n')}\n\n[//]: # (quote ${encodeId(id)} ${stampOf(at)})`;
}

const SOURCE = /^— \[((?:[^\]\\]|\\.)*)\]\((?:<([^<>]*)>|([^()\s<>]*))\)(?:, (\S+))?\s*$/u;
const COMMENT = /^\[\/\/\]: # \(quote (\S+) (\S+)\)\s*$/;

/** `at`: the time for passages without one. */
export function readQuotes(markdown: string, at: number): readonly Quote[] {
  const quotes: Quote[] = [];
  let open: string[] = [];
  const close = (id: string | null, stamp: string | null): void => {
    if (open.length > 0) quotes.push(readQuote(open, id, readStamp(stamp) ?? at));
    open = [];
  };
  let blank = false;
  for (const line of markdown.split('\n')) {
    const comment = COMMENT.exec(line);
    if (comment) close(decodeId(comment[1] ?? ''), comment[2] ?? null);
    else if (line.startsWith('>')) {
      if (blank) close(null, null);
      open.push(line.replace(/^> ?/, ''));
    } else if (line.trim() !== '') close(null, null);
    blank = line.trim() === '';
  }
  close(null, null);
  return quotes;
}

function readQuote(lines: readonly string[], id: string | null, at: number): Quote {
  const source = SOURCE.exec(lines.at(-1) ?? '');
  const passage = source ? lines.slice(0, lines.at(-2) === '' ? -2 : -1) : lines;
  const text = passage.join('\n');
  const url = plainOf(source?.[2] ?? source?.[3] ?? '');
  return {
    id: id ?? passageId(text, url),
    text,
    title: plainOf(source?.[1] ?? ''),
    url,
    day: readDay(source?.[4]),
    at,
  };
}

function escapeTitle(title: string): string {
  return title
    .replace(/[\\[\]<>*_`#|~$!]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/[\r\n]/g, entity);
}

/** Addresses from browsers contain none of these; one that does must not break out of its brackets. */
function escapeUrl(url: string): string {
  return url.replace(/&#/g, '&#38;#').replace(/[<>\r\n\\]/g, entity);
}

function entity(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}

function plainOf(text: string): string {
  return text.replace(/\\(.)|&amp;|&#(\d{1,5});/gsu, (whole, escaped: string | undefined, code: string | undefined) =>
    escaped !== undefined ? escaped : code !== undefined ? String.fromCharCode(Number(code)) : (whole[0] ?? ''),
  );
}

function encodeId(id: string): string {
  return encodeURIComponent(id).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function decodeId(id: string): string | null {
  try {
    return decodeURIComponent(id);
  } catch {
    return null;
  }
}
