import type { DocId, VersionRow } from '../../database';
import { applyUpdate } from '../document/open-document';
import type { DocUpdate } from '../types';
import type { Work } from './commit';

/** One work per document, however many updates there are. */
export function mergeWorks(updates: readonly DocUpdate[], endedBy: VersionRow['endedBy']): Work[] {
  const byDoc = new Map<DocId, Uint8Array[]>();
  for (const { doc, update } of updates) {
    const known = byDoc.get(doc);
    if (known) known.push(update);
    else byDoc.set(doc, [update]);
  }
  return [...byDoc].map(([doc, list]) => ({
    doc,
    endedBy,
    act: (open) => {
      for (const update of list) applyUpdate(open, update, doc);
    },
  }));
}
