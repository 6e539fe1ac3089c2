/** The travelling settings: a flat map in a document of its own, so that changes from two devices merge key by key. */
import type { OpenDocument } from './open-document';

/** Plain JSON values. */
export type SettingsMap = ReadonlyMap<string, unknown>;

/** Anything but JSON (others may write whatever they like) stays in the document but is not read. */
export function readSettings({ settings }: OpenDocument): SettingsMap {
  return new Map([...settings.entries()].filter(([, value]) => jsonOf(value) !== null));
}

/** `undefined` removes a key. Setting an equal value makes no edit. */
export function changeSettings({ doc, settings }: OpenDocument, changes: SettingsMap): void {
  doc.transact(() => {
    for (const [key, value] of changes) {
      if (value === undefined) {
        if (settings.has(key)) settings.delete(key);
      } else if (!settings.has(key) || jsonOf(settings.get(key)) !== jsonOf(value)) {
        settings.set(key, value);
      }
    }
  });
}

function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
}
