/** Whom recall can ask about, of those whom the reader met: all of them in one answer, since there may be hundreds. */
import type { EntityKey, Kind } from '../facts';
import type { Day } from '../time';
import { entityIn } from './dossier';
import { type NameSense, type SensesParts, senseReader } from './sense-reader';

/** A name, and the day of the story where it was met; null: the story has none. */
export interface MetThen {
  readonly entity: EntityKey;
  readonly day: Day | null;
}

export interface RecallQuery {
  /** Asked before, and to be asked again: all of them. */
  readonly due: readonly MetThen[];
  /** Never asked: the first `most` of those that can be. */
  readonly fresh: readonly MetThen[];
  readonly most: number;
}

export interface RecallSubject {
  /** The key in the query. */
  readonly entity: EntityKey;
  readonly name: string;
  readonly kind: Kind;
  readonly sense: NameSense;
}

/** Only people and events, except those that the reader knows, and those without anything to tell; in the query's order. */
export async function answerRecall(
  { due, fresh, most }: RecallQuery,
  parts: SensesParts,
): Promise<readonly RecallSubject[]> {
  const read = senseReader(parts);
  const found: RecallSubject[] = [];
  const add = async ({ entity, day }: MetThen): Promise<void> => {
    const head = entityIn(parts.packs, entity);
    if (head?.kind !== 'person' && head?.kind !== 'event') return;
    const sense = await read(entity, day);
    if (!sense || sense.known || (sense.gloss === '' && sense.lines.length === 0)) return;
    found.push({ entity, name: head.name, kind: head.kind, sense });
  };
  for (const one of due) await add(one);
  const last = found.length + most;
  for (const one of fresh) {
    if (found.length >= last) break;
    await add(one);
  }
  return found;
}
