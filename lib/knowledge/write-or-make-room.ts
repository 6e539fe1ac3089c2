/** Writes into a cache. Where the disk is full, some of what it holds is given back, and it is tried once more. Never throws. */
export async function writeOrMakeRoom(write: () => Promise<void>, giveBack: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isQuotaError(error)) return;
    await giveBack()
      .then(write)
      .catch(() => {});
  }
}

/** Dexie wraps the browser's error; which of the two names it carries differs by browser. */
function isQuotaError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const inner: unknown = 'inner' in error ? error.inner : null;
  return error.name === 'QuotaExceededError' || (inner instanceof Error && inner.name === 'QuotaExceededError');
}
