import type { EntityKey } from '../facts';
import type { Reading } from './reading';
import type { Chosen } from './scene';
import type { Ref, Shelf } from './shelf';
import type { Block, LinkingChoices } from './types';

/** In quiet density: what matters less than this to the story gets no mark, */
const QUIET_SALIENCE = 0.3;
/** nor what nearly every reader knows. */
const QUIET_PROMINENCE = 210;

/** A mark in the comments, in an aside or in a section is remembered apart from one in the story; `@` is in no key. */
export function markKey(key: EntityKey, { role, section }: Pick<Block, 'role' | 'section'>): string {
  if (role === 'comment' || role === 'aside') return `${key}@${role}`;
  return section === undefined ? key : `${key}@${section}`;
}

export interface Marks {
  readonly marked: ReadonlySet<Chosen>;
  /** For the memory of the visit. */
  readonly keys: readonly string[];
}

/** Few, right marks: a heading is never marked, a demonym neither; a mention without a mark can still be hovered. */
export function placeMarks(
  chosen: readonly Chosen[],
  readings: readonly Reading[],
  salience: ReadonlyMap<Ref, number>,
  earlier: readonly string[],
  choices: LinkingChoices,
  shelf: Shelf,
): Marks {
  const keys = new Set(earlier);
  const muted = new Set(choices.muted);
  const marked = new Set<Chosen>();
  for (const one of chosen) {
    const { key, prominence } = shelf.entity(one.ref);
    const block = readings[one.span.at]?.block;
    const role = block?.role ?? 'body';
    if (muted.has(key) || one.option.use === 'demonym' || role === 'title' || role === 'heading') continue;
    if (choices.density === 'every') {
      marked.add(one);
      continue;
    }
    if (one.option.use === 'noun') continue;
    if (choices.density === 'quiet') {
      const telling = (salience.get(one.ref) ?? 0) >= QUIET_SALIENCE && prominence < QUIET_PROMINENCE;
      if (role === 'comment' || !telling) continue;
    }
    const mark = markKey(key, block ?? { role });
    if (keys.has(mark)) continue;
    keys.add(mark);
    marked.add(one);
  }
  return { marked, keys: [...keys] };
}
