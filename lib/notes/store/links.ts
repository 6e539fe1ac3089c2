/** Back-links: which notes name an entity. Found some time after a change, since it takes the lexicon to find them. */
import type { BackstoryDatabase, NoteRow } from '../../database';
import type { NoteStore } from '../types';

export function createLinks(database: BackstoryDatabase): Pick<NoteStore, 'linksTo' | 'relink'> {
  const { notes } = database;
  const due = () => notes.where('linked').equals(0);

  /** A text that changed meanwhile is still due. */
  const keep = (row: NoteRow, links: readonly string[]) =>
    notes
      .where('entity')
      .equals(row.entity)
      .modify((now) => {
        if (now.text !== row.text) return;
        now.links = links.filter((entity) => entity !== row.entity);
        now.linked = 1;
      });

  return {
    linksTo: async (entity) =>
      (await notes.where('links').equals(entity).toArray())
        .filter(({ kept }) => kept === 1)
        .sort((a, b) => b.changedAt - a.changedAt),
    async relink(find, limit) {
      const rows = await due().limit(limit).toArray();
      const found: (readonly [NoteRow, readonly string[]])[] = [];
      for (const row of rows) found.push([row, await find(row.text)]);
      await database.transaction('rw', notes, () => Promise.all(found.map(([row, links]) => keep(row, links))));
      // Counting what is left of ten thousand would cost as much as linking fifty.
      return rows.length === limit;
    },
  };
}
