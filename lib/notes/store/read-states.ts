import type { BackstoryDatabase, DocId } from '../../database';
import type { DocUpdate } from '../types';

/** Whole documents; those that do not exist are left out. */
export async function readStates({ docs }: BackstoryDatabase, ids: readonly DocId[]): Promise<DocUpdate[]> {
  const rows = await docs.bulkGet([...ids]);
  return rows.flatMap((row) => (row ? { doc: row.id, update: row.state } : []));
}
