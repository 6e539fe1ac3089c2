import type { DocId } from '../../database';
import type { EntityKey } from '../../facts';

const PREFIX = 'note:';

export const docOf = (entity: EntityKey): DocId => `note:${entity}`;

/** Null for the settings. */
export function entityOf(doc: DocId): EntityKey | null {
  return doc.startsWith(PREFIX) ? doc.slice(PREFIX.length) : null;
}
