/** How this browser reaches remotes. Background (to run them) and library (to look for keys of other devices). */
import { browser } from '../../lib/messages';
import type { NoteStore } from '../../lib/notes';
import type { OpenRemoteParts } from '../../lib/sync';
import { grantFor } from './grant-for';

export function remoteParts(store: NoteStore): OpenRemoteParts {
  return {
    syncArea: browser.storage.sync,
    async namesOf(docs) {
      const entities = docs.flatMap((doc) => (doc === 'settings' ? [] : [doc.slice('note:'.length)]));
      const notes = await store.readMany(entities);
      return new Map(notes.map(({ entity, name }) => [`note:${entity}`, name]));
    },
    permitted: (address) => browser.permissions.contains({ origins: [grantFor(address)] }),
  };
}
