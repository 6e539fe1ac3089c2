/** Back-links: which notes name an entity. Found some time after a change, since that takes the packs. */
import type { BackstoryDatabase, NoteRow } from '../../database';
import type { NoteStore } from '../types';
import { heirsOf, keysOf, ownersOf } from './identities';

/** Null: the key was split. */
const ownerOf = ([owner, second]: readonly string[]): string | null => (second === undefined ? (owner ?? null) : null);

export function createLinks(database: BackstoryDatabase): Pick<NoteStore, 'linksTo' | 'relink'> {
  const { notes } = database;
  const due = () => notes.where('linked').equals(0);

  /** A text that changed meanwhile stays due. */
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
    async linksTo(entity) {
      const [today, second] = await heirsOf(database, entity);
      const owner = second === undefined ? (today ?? entity) : entity;
      // Links are stored under current keys; former keys are for packs that have just changed.
      const linking = await notes
        .where('links')
        .anyOf(await keysOf(database, owner))
        .distinct()
        .toArray();
      const of = await ownersOf(database, linking);
      const others = linking
        .filter((note) => note.kept === 1 && note.entity !== entity && ownerOf(of(note)) !== owner)
        .sort((a, b) => b.changedAt - a.changedAt);
      // Several notes about one entity name it once.
      const named = new Set<string>();
      return others.filter((note) => {
        const by = ownerOf(of(note)) ?? note.entity;
        return !named.has(by) && named.add(by);
      });
    },
    async relink(find, limit) {
      const rows = await due().limit(limit).toArray();
      const found: (readonly [NoteRow, readonly string[]])[] = [];
      for (const row of rows) found.push([row, await find(row.text)]);
      await database.transaction('rw', notes, () => Promise.all(found.map(([row, links]) => keep(row, links))));
      // Counting the rest of ten thousand would cost as much as linking fifty.
      return rows.length === limit;
    },
  };
}
