/**
 * Leaves the database of a newer Backstory alone. Dexie would open it: refused for its version, it retries without one,
 * and then even "repairs" missing tables. The retry is blocked here.
 */

/**
 * The reader went back to an older Backstory. Nothing was read or written; only the newer version can use the database.
 */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
  constructor(readonly database: string) {
    super(`the database "${database}" belongs to a newer version of Backstory`);
  }
}

/** The browser's databases, for Dexie. */
export function refusingNewer(factory: IDBFactory): IDBFactory {
  return {
    open(name, version) {
      if (version === undefined) throw new NewerDatabaseError(name);
      return factory.open(name, version);
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    cmp: (a, b) => factory.cmp(a, b),
    databases: () => factory.databases(),
  };
}

/** Dexie wraps some opening errors in its own. */
export function isNewerDatabase(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = 'inner' in at ? at.inner : at.cause) {
    if (at instanceof NewerDatabaseError) return true;
  }
  return false;
}
