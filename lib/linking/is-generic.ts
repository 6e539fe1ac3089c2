import type { Kind } from '../facts';
import { genericWords } from '../language';
import { foldText } from '../text';

const BODIES: ReadonlySet<Kind> = new Set(['group', 'office', 'team']);

/** A body whose name every country has for one of its own: "Democratic Party", "House of Representatives". */
export const isGeneric = (kind: Kind, name: string): boolean =>
  BODIES.has(kind) &&
  foldText(name)
    .split(' ')
    .every((word) => genericWords.has(word));
