import type { BackstoryDatabase } from '../../database';
import { digestOf } from '../document/digest';
import { openDocument } from '../document/open-document';
import { readSettings } from '../document/settings';
import type { Digest } from '../types';
import { docOf } from './doc-id';

/** Equal on two devices exactly if all notes and travelling settings are. */
export function storeDigest(database: BackstoryDatabase): Promise<Digest> {
  const { notes, docs } = database;
  return database.transaction('r', notes, docs, async () => {
    const [rows, settings] = await Promise.all([notes.toArray(), docs.get('settings')]);
    // By key: IndexedDB orders strings by code unit, the same on every device.
    const pairs: (readonly [string, string])[] = rows.map(({ entity, digest }) => [docOf(entity), digest]);
    if (settings) {
      // Reading needs no session of its own, since nothing is written.
      const values = [...readSettings(openDocument(0, settings.state))].sort(([a], [b]) => (a < b ? -1 : 1));
      pairs.push(['settings', digestOf(values)]);
    }
    return { count: rows.filter(({ kept }) => kept === 1).length, digest: digestOf(pairs) };
  });
}
