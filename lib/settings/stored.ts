import * as v from 'valibot';
import { DEFAULT_SETTINGS } from './defaults';
import { SETTING_KEYS, settingSchemas } from './schema';
import type { Settings } from './types';

/**
 * How settings are stored in `storage.local`: one key per setting (`settings.density`), and only values other than the
 * default. Separate keys, so that two contexts changing two settings at once cannot undo each other.
 */
export const PREFIX = 'settings.';
export const VERSION_KEY = `${PREFIX}version`;

export type Stored = Readonly<Record<string, unknown>>;
/** Takes what version n-1 stored and returns what version n stores. Append only; never edit an old one. */
export type Migration = (stored: Stored) => Stored;

/** `MIGRATIONS[n]` leads from version n+1 to n+2. */
export const MIGRATIONS: readonly Migration[] = [];

export function currentVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.length + 1;
}

/**
 * Brings stored settings up to date. What a newer version wrote is kept: each value is validated anyway, and a reader
 * who goes back a version must not lose what the newer one stored.
 */
export function migrate(stored: Stored, migrations: readonly Migration[] = MIGRATIONS): Stored {
  const written = stored[VERSION_KEY];
  const version = typeof written === 'number' && Number.isInteger(written) && written >= 1 ? written : 1;
  const target = currentVersion(migrations);
  if (version >= target) return stored;
  const migrated = migrations.slice(version - 1).reduce<Stored>((state, step) => step(state), stored);
  return { ...migrated, [VERSION_KEY]: target };
}

/** Settings from whatever is in the store. Never throws: an invalid value becomes its default. */
export function readStored(stored: Stored): Settings {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const key of SETTING_KEYS) {
    const raw = stored[PREFIX + key];
    if (raw === undefined) continue;
    const parsed = v.safeParse(settingSchemas[key], raw);
    if (parsed.success) settings[key] = parsed.output;
  }
  return settings as unknown as Settings;
}

export interface StoredPatch {
  readonly set: Stored;
  readonly remove: readonly string[];
}

/** What to write for a change; values equal to the default are removed. @throws on an invalid value. */
export function storedPatch(change: Partial<Settings>): StoredPatch {
  const set: Record<string, unknown> = {};
  const remove: string[] = [];
  for (const key of SETTING_KEYS) {
    const value = change[key];
    if (value === undefined) continue;
    const parsed = v.parse(settingSchemas[key], value);
    if (JSON.stringify(parsed) === JSON.stringify(DEFAULT_SETTINGS[key])) remove.push(PREFIX + key);
    else set[PREFIX + key] = parsed;
  }
  return { set, remove };
}
