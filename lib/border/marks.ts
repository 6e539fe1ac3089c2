/** How a card's frame and its ports are identified. The page may read all of it; none of it works twice. */

/** On the root element of the frame's document: the card's number, good for one port. */
export const CARD_MARK = 'data-backstory-card';
const ID = '[0-9a-f]{32}';
const NUMBER = new RegExp(`^${ID}$`);

/** A page may write anything there, of any length. */
export const isCardNumber = (text: string): boolean => NUMBER.test(text);

/** The frame's document; the card's script fills it. */
export function cardDocument(card: string): string {
  return `<!doctype html><html ${CARD_MARK}="${card}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head><body></body></html>`;
}

/** Addresses such a document may have: `srcdoc` in a sandboxed frame, else its own text as a `data:` address. */
export function isCardAddress(url: string): boolean {
  return url === 'about:srcdoc' || url.startsWith('data:text/html,');
}

/** A port's name: the card, and when reconnecting the secret that only the background and this frame know. */
export const portName = (card: string, secret: string | null): string =>
  secret === null ? `card:${card}` : `card:${card}:${secret}`;

const PORT = new RegExp(`^card:(${ID})(?::(${ID}))?$`);

export function readPortName(name: string): { readonly card: string; readonly secret: string | null } | null {
  const [, card, secret] = PORT.exec(name) ?? [];
  return card === undefined ? null : { card, secret: secret ?? null };
}

/** Asks a frame to reconnect after the worker died. It carries no information, so anyone may hear it. */
export interface Nudge {
  readonly nudge: string;
}

export const isNudge = (message: unknown, card: string): boolean =>
  typeof message === 'object' && message !== null && (message as Partial<Nudge>).nudge === card;
