/**
 * The door to a card's frame: the first of our scripts that runs in it takes the card's number out of the document,
 * so that nothing in there can read it, and connects with it at once. The card's own script comes after and takes over.
 */
import { isCardAddress, isCardNumber, MARK, portName } from './marks';
import type { Port } from './port';

export interface Door {
  readonly card: string;
  readonly port: Port;
}

/** Where the open port waits. Scripts of one extension share this global in a frame; pages do not. */
const PLACE = '__door';

/** True: this is a frame of a card (or wants to be taken for one), and no story. */
export function openDoor(doc: Document, world: object, connect: (name: string) => Port): boolean {
  const card = doc.documentElement?.getAttribute(MARK) ?? '';
  if (!isCardNumber(card) || !isCardAddress(doc.URL) || doc.defaultView === doc.defaultView?.parent) return false;
  doc.documentElement.removeAttribute(MARK);
  try {
    (world as { [PLACE]?: Door })[PLACE] = { card, port: connect(portName(card, null)) };
  } catch {
    // The extension went in this moment, and the reader script with it.
  }
  return true;
}

/** Null where no door was opened. It is taken once. */
export function takeDoor(world: object): Door | null {
  const place = world as { [PLACE]?: Door | undefined };
  const door = place[PLACE] ?? null;
  place[PLACE] = undefined;
  return door;
}
