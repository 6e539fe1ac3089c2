/**
 * Refreshes again and again, at the interval that each refresh asks for, while the popup is visible. In a full tab it
 * may be hidden for days; it then pauses, and refreshes at once when it is shown.
 */
export function lookWhileSeen(doc: Document, look: () => Promise<number>, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking = false;

  async function round(): Promise<void> {
    clearTimeout(timer);
    if (looking || signal.aborted) return;
    looking = true;
    const pauseMs = await look().finally(() => {
      looking = false;
    });
    if (!doc.hidden && !signal.aborted) timer = setTimeout(round, pauseMs);
  }

  doc.addEventListener(
    'visibilitychange',
    () => {
      clearTimeout(timer);
      if (!doc.hidden) void round();
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
  void round();
}
