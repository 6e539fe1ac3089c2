/** The little HTML that flashcards contain, without a DOM: its pieces, and conversion from and to plain text. */

export type HtmlPiece =
  | { readonly type: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string };

/** Where a tag may begin: all other `<` are text. */
const TAG = /<(\/?)([a-zA-Z][\w-]*)/y;
const ATTRIBUTE = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>]+)))?/g;
const BLOCKS = new Set(['div', 'p', 'li', 'ul', 'ol', 'blockquote', 'footer', 'tr', 'h1', 'h2', 'h3']);
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Linear for any input: no character of a hostile file is rescanned. */
export function htmlPieces(html: string): readonly HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  const endOfTag = tagEnds(html);
  let comments = true; // one may still end
  let from = 0; // start of the text not yet in a piece
  const flush = (to: number): void => {
    if (to > from) pieces.push({ type: 'text', text: decode(html.slice(from, to)) });
  };
  for (let at = html.indexOf('<'); at >= 0; ) {
    let end = -1;
    TAG.lastIndex = at;
    const tag = TAG.exec(html);
    if (tag) {
      const head = at + tag[0].length;
      end = endOfTag(head);
      if (end >= 0) {
        flush(at);
        const name = (tag[2] ?? '').toLowerCase();
        if (tag[1] === '/') pieces.push({ type: 'close', name });
        else pieces.push({ type: 'open', name, attributes: attributesOf(html.slice(head, end - 1)) });
      }
    } else if (comments && html.startsWith('<!--', at)) {
      const last = html.indexOf('-->', at + 4);
      comments = last >= 0;
      if (comments) {
        flush(at);
        end = last + 3;
      }
    }
    if (end >= 0) from = end;
    at = html.indexOf('<', end >= 0 ? end : at + 1);
  }
  flush(html.length);
  return pieces;
}

/** Finds the position after the closing `>` outside quotation marks; -1: it is not a tag. */
function tagEnds(html: string): (from: number) => number {
  if (!html.includes('<')) return () => -1;
  /** For each quotation mark, the position of the next one of its kind. */
  const partners = new Int32Array(html.length).fill(-1);
  for (let at = html.length - 1, double = -1, single = -1; at >= 0; at--) {
    if (html[at] === '"') [partners[at], double] = [double, at];
    else if (html[at] === "'") [partners[at], single] = [single, at];
  }
  return (from) => {
    for (let at = from; at < html.length; at++) {
      const sign = html[at];
      if (sign === '>') return at + 1;
      if (sign === '<') return -1;
      if (sign === '"' || sign === "'") at = partners[at] ?? -1;
      if (at < 0) return -1;
    }
    return -1;
  };
}

const NONE: ReadonlyMap<string, string> = new Map();

function attributesOf(inside: string): ReadonlyMap<string, string> {
  if (inside === '') return NONE;
  const found = [...inside.matchAll(ATTRIBUTE)];
  return new Map(found.map(([, name, a, b, c]) => [name?.toLowerCase() ?? '', decode(a ?? b ?? c ?? '')] as const));
}

/** With line breaks where a reader would see them. */
export function piecesText(pieces: readonly HtmlPiece[]): string {
  const parts: string[] = [];
  let due = false;
  for (const piece of pieces) {
    if (piece.type === 'text') {
      parts.push(due ? `\n${piece.text}` : piece.text);
      due = false;
    } else if (piece.name === 'br' && piece.type === 'open') {
      parts.push(due ? '\n\n' : '\n');
      due = false;
    } else if (BLOCKS.has(piece.name)) due = parts.length > 0 && !parts.at(-1)?.endsWith('\n');
  }
  return parts.join('');
}

/** Escapes brackets too: Anki runs `[latex]…[/latex]` and `[sound:…]`, and quoted passages come from any page. */
export function htmlOf(text: string): string {
  return text.replace(/[&<>"[\r\u00a0]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');
}

function decode(html: string): string {
  return html.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp));/g,
    (whole, dec, hex, name) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
