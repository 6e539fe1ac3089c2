/** The little HTML that flashcards hold, without a DOM: pieces of it, and plain text to and fro. */

export type HtmlPiece =
  | { readonly type: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string };

const PIECE = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/g;
const ATTRIBUTE = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>]+)))?/g;
const BLOCKS = new Set(['div', 'p', 'li', 'ul', 'ol', 'blockquote', 'footer', 'tr', 'h1', 'h2', 'h3']);
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

export function htmlPieces(html: string): readonly HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  for (const [, slash, tag, attributes, text] of html.matchAll(PIECE)) {
    if (text !== undefined) pieces.push({ type: 'text', text: decode(text) });
    else if (tag !== undefined && slash === '/') pieces.push({ type: 'close', name: tag.toLowerCase() });
    else if (tag !== undefined) {
      const found = [...(attributes ?? '').matchAll(ATTRIBUTE)];
      const pairs = found.map(([, name, a, b, c]) => [name?.toLowerCase() ?? '', decode(a ?? b ?? c ?? '')] as const);
      pieces.push({ type: 'open', name: tag.toLowerCase(), attributes: new Map(pairs) });
    }
  }
  return pieces;
}

/** Line breaks where a reader would see them. */
export function piecesText(pieces: readonly HtmlPiece[]): string {
  let text = '';
  let due = false;
  for (const piece of pieces) {
    if (piece.type === 'text') {
      text += due && text !== '' ? `\n${piece.text}` : piece.text;
      due = false;
    } else if (piece.name === 'br' && piece.type === 'open') {
      text += due ? '\n\n' : '\n';
      due = false;
    } else if (BLOCKS.has(piece.name)) due = text !== '' && !text.endsWith('\n');
  }
  return text;
}

/** A bracket too: Anki runs `[latex]…[/latex]` and `[sound:…]`, and quoted passages come from any page. */
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
