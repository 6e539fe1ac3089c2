/** The scripts that only some cards need, each put into the frame once, when it is first wanted. */
import type { FrameLine } from '../../lib/border';

export type CardPart = 'picture' | 'map' | 'note';

/** Resolves even if it could not be had: the next one who wants it tries again. */
export function createLateParts(line: Pick<FrameLine, 'call'>): (part: CardPart) => Promise<unknown> {
  const parts = new Map<CardPart, Promise<unknown>>();
  return (part) => {
    const coming = parts.get(part) ?? line.call('cardPart', { part }).catch(() => parts.delete(part));
    parts.set(part, coming);
    return coming;
  };
}
