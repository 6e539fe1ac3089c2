/**
 * What the reader script leaves for the script of the selection button, which enters the same script world only if the
 * reader wants the button.
 */
import type { Theme } from '../../settings';

export interface SelectionGround<Said> {
  readonly top: Window;
  /** Documents of the story: the page's own, and its frames'. */
  readonly docs: ReadonlySet<Document>;
  /** Is this page a story that is being read? */
  readonly isRead: () => boolean;
  readonly theme: () => Theme;
  /** Ends with the visit, the setting, or the extension. */
  readonly signal: AbortSignal;
  /** Set by the other script once it is there: receives further documents of the story, and what its frame says. */
  hears?: { doc(doc: Document): void; said(card: string, say: Said): void };
}

const PLACE = '__selection';

export function leaveGround<Said>(world: object, ground: SelectionGround<Said>): void {
  Object.defineProperty(world, PLACE, { value: ground, configurable: true });
}

/** Only its own property: page elements with this id also appear on the window. */
export function takeGround<Said>(world: object): SelectionGround<Said> | null {
  return Reflect.getOwnPropertyDescriptor(world, PLACE)?.value ?? null;
}
