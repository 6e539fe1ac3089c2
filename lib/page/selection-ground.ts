/**
 * What the reader script leaves for the script of the button beside a selection, which comes into the same world of scripts
 * only where the reader wants that button.
 */
import type { Theme } from '../settings';

export interface SelectionGround<Said> {
  readonly top: Window;
  /** Documents of the story: the page's own, and those of its frames. */
  readonly docs: ReadonlySet<Document>;
  /** Is this page a story that is read? */
  readonly isRead: () => boolean;
  readonly theme: () => Theme;
  /** Ends with the visit, with the setting, and with the extension. */
  readonly signal: AbortSignal;
  /** By the other script, once it is there: another document of the story, and what a frame of its own says. */
  hears?: { doc(doc: Document): void; said(card: string, say: Said): void };
}

const PLACE = '__selection';

export function leaveGround<Said>(world: object, ground: SelectionGround<Said>): void {
  Object.defineProperty(world, PLACE, { value: ground, configurable: true });
}

/** Its own property, and nothing else: an element of the page with this id stands on the window, too. */
export function takeGround<Said>(world: object): SelectionGround<Said> | null {
  return Reflect.getOwnPropertyDescriptor(world, PLACE)?.value ?? null;
}
