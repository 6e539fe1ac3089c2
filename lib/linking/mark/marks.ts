import type { EntityKey } from '../../facts';
import type { Chosen } from '../around/scene';
import { isKnown } from '../known/known-kind';
import type { Ref, Shelf } from '../known/shelf';
import { inCredit } from '../read/in-credit';
import type { Reading } from '../read/reading';
import type { Block, LinkingChoices } from '../types';
import { unfamiliarity } from './unfamiliarity';

/** What a mark must be worth: how much the entity matters to the story × how unlikely it is that a reader knows it. */
const LEAST_WORTH = { quiet: 0.3, normal: 0.2 } as const;

/** A mark in a comment, an aside or a section is remembered separately from one in the story; `@` occurs in no key. */
export function markKey(key: EntityKey, { role, section }: Pick<Block, 'role' | 'section'>): string {
  if (role === 'comment' || role === 'aside') return `${key}@${role}`;
  return section === undefined ? key : `${key}@${section}`;
}

export interface Marks {
  readonly marked: ReadonlySet<Chosen>;
  /** For the memory of the visit. */
  readonly keys: readonly string[];
}

/**
 * Few, well-placed marks: on names that matter to the story and that a reader may not know. Headings, demonyms and
 * agencies in credits are never marked. A mention without a mark can still be hovered.
 */
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
  const known = new Set(choices.known);
  const marked = new Set<Chosen>();
  for (const one of chosen) {
    const entity = shelf.entity(one.ref);
    const reading = readings[one.span.at];
    const block = reading?.block;
    const role = block?.role ?? 'body';
    if (muted.has(entity.key) || one.option.use === 'demonym' || role === 'title' || role === 'heading') continue;
    if (isKnown(known, entity.key, entity)) continue;
    if (entity.kind === 'media' && reading) {
      if (inCredit(reading.block.text, one.span.start, one.span.end, reading.language)) continue;
    }
    if (choices.density === 'every') {
      marked.add(one);
      continue;
    }
    if (one.option.use === 'noun') continue;
    if (choices.density === 'quiet' && role === 'comment') continue;
    if ((salience.get(one.ref) ?? 0) * unfamiliarity(entity) < LEAST_WORTH[choices.density]) continue;
    const mark = markKey(entity.key, block ?? { role });
    if (keys.has(mark)) continue;
    keys.add(mark);
    marked.add(one);
  }
  return { marked, keys: [...keys] };
}
