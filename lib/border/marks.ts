/** By what a card's frame and its ports are known. All of it may be read by the page; nothing of it opens anything twice. */

/** On the root element of the frame's document: the number of the card, good for one port. */
export const MARK = 'data-backstory-card';
const ID = '[0-9a-f]{32}';
const NUMBER = new RegExp(`^${ID}$`);

/** A page may write anything there, of any length. */
export const isCardNumber = (text: string): boolean => NUMBER.test(text);

/** The document of the frame; the card's script fills it. */
export function cardDocument(card: string): string {
  return `<!doctype html><html ${MARK}="${card}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head><body></body></html>`;
}

/** Addresses that such a document may have: `srcdoc` in a sandboxed frame, else its own text as a `data:` address. */
export function isCardAddress(url: string): boolean {
  return url === 'about:srcdoc' || url.startsWith('data:text/html,');
}

/** Name of a port: the card, and on coming back the secret that only the background and this frame know. */
export const portName = (card: string, secret: string | null): string =>
  secret === null ? `card:${card}` : `card:${card}:${secret}`;

const PORT = new RegExp(`^card:(${ID})(?::(${ID}))?$`);

export function readPortName(name: string): { readonly card: string; readonly secret: string | null } | null {
  const [, card, secret] = PORT.exec(name) ?? [];
  return card === undefined ? null : { card, secret: secret ?? null };
}

/** Asks a frame to come back after the worker died. It says nothing, so it does not matter who hears it. */
export interface Nudge {
  readonly nudge: string;
}

export const isNudge = (message: unknown, card: string): boolean =>
  typeof message === 'object' && message !== null && (message as Partial<Nudge>).nudge === card;
