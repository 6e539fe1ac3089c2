/**
 * The door to a card's frame: our first script in it takes the card's number out of the document, so that nothing else
 * there can read it, and connects with it at once. The card's own script follows and takes over.
 */
import { CARD_MARK, isCardAddress, isCardNumber, portName } from './marks';
import type { Port } from './port';

export interface Door {
  readonly card: string;
  readonly port: Port;
}

/** Where the open port waits. In a frame, scripts of one extension share this global; pages do not see it. */
const PLACE = '__door';

/** True: this is a card's frame (or pretends to be one), and not a story. */
export function openDoor(doc: Document, world: object, connect: (name: string) => Port): boolean {
  const card = doc.documentElement?.getAttribute(CARD_MARK) ?? '';
  if (!isCardNumber(card) || !isCardAddress(doc.URL) || doc.defaultView === doc.defaultView?.parent) return false;
  doc.documentElement.removeAttribute(CARD_MARK);
  try {
    (world as { [PLACE]?: Door })[PLACE] = { card, port: connect(portName(card, null)) };
  } catch {
    // The extension just went away, and the reader script with it.
  }
  return true;
}

/** Null if no door was opened. Can be taken once. */
export function takeDoor(world: object): Door | null {
  const place = world as { [PLACE]?: Door | undefined };
  const door = place[PLACE] ?? null;
  place[PLACE] = undefined;
  return door;
}
