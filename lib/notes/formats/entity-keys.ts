/** An entity's keys in a file: the current one for people and programs, and the one that leads back to the note. */
import type { EntityKey } from '../../facts';
import type { PlainNote } from './types';

export interface EntityKeys {
  readonly key: EntityKey;
  /** Null: none is known. */
  readonly wikidata: string | null;
  /** Null: the same key. */
  readonly notedUnder: EntityKey | null;
}

export function entityKeys({ entity, today = entity }: Pick<PlainNote, 'entity' | 'today'>): EntityKeys {
  return {
    key: today,
    wikidata: /^q[1-9]\d*$/.test(today) ? today.toUpperCase() : null,
    notedUnder: today === entity ? null : entity,
  };
}
