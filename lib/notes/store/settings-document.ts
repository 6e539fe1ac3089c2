import { openDocument } from '../document/open-document';
import { changeSettings, readSettings, type SettingsMap } from '../document/settings';
import { commit } from './commit';
import type { StoreParts } from './parts';

/** The document of the settings that travel, as stored. What its keys mean is the bridge's business. */
export interface SettingsDocument {
  read(): Promise<SettingsMap>;
  /** `undefined` takes a key out. False: all was so already, nothing is written. */
  change(changes: SettingsMap): Promise<boolean>;
}

export function createSettingsDocument(parts: StoreParts): SettingsDocument {
  return {
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
