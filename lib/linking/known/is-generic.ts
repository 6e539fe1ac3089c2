import type { Kind } from '../../facts';
import { genericWords } from '../../language';
import { foldText } from '../../text';
import { isOfHead } from './known-of-head';

const BODIES: ReadonlySet<Kind> = new Set(['group', 'office', 'team']);

/** A body whose name any country may use for one of its own: "Democratic Party", "House of Representatives". */
export const isGeneric = (kind: Kind, name: string): boolean => BODIES.has(kind) && isMadeOfGeneric(name);

export const hasGenericName = isOfHead(({ kind, name }) => isGeneric(kind, name));

/** Answers cached: asked for each mention in every round. */
const MOST_KNOWN = 5_000;
const known = new Map<string, boolean>();

function isMadeOfGeneric(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = foldText(name)
    .split(' ')
    .every((word) => genericWords.has(word));
  known.set(name, made);
  return made;
}
