/** Writes into a cache. If the disk is full, frees some of the cache and tries once more. Never throws. */
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

/** Dexie wraps the browser's error; which of the two carries the name differs between browsers. */
function isQuotaError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const inner: unknown = 'inner' in error ? error.inner : null;
  return error.name === 'QuotaExceededError' || (inner instanceof Error && inner.name === 'QuotaExceededError');
}
