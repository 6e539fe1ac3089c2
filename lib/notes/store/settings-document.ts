import { openDocument } from '../document/open-document';
import { changeSettings, readSettings, type SettingsMap } from '../document/settings';
import { commit } from './commit';
import type { StoreParts } from './parts';
import { settingsEdition } from './settings-edition';

/** The document of travelling settings, as stored. The bridge knows what its keys mean. */
export interface SettingsDocument {
  /** Another whenever it may say something else; costs no Yjs. Null: there is none. */
  edition(): Promise<string | null>;
  read(): Promise<SettingsMap>;
  /** `undefined` removes a key. False: nothing differed, nothing is written. */
  change(changes: SettingsMap): Promise<boolean>;
}

export function createSettingsDocument(parts: StoreParts): SettingsDocument {
  return {
    edition: () => settingsEdition(parts.database),
    async read() {
      const row = await parts.database.docs.get('settings');
      return row ? readSettings(openDocument(0, row.state)) : new Map();
    },
    async change(changes) {
      const act = (open: Parameters<typeof changeSettings>[0]) => changeSettings(open, changes);
      return (await commit(parts, [{ doc: 'settings', act, endedBy: 'edit' }])).length > 0;
    },
  };
}
