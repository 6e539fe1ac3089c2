import type { BackstoryDatabase } from '../../database';
import { digestOf } from '../document/digest';

/** Names what the document of the settings says, without opening it: the same for the same bytes. Null: there is none. */
export async function settingsEdition({ docs }: BackstoryDatabase): Promise<string | null> {
  const row = await docs.get('settings');
  return row ? digestOf([...row.state]) : null;
}
