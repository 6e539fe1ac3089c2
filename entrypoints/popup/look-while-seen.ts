/**
 * Looks again and again, in the pace that each look asks for, as long as somebody can see what comes of it. As a full
 * tab the popup may lie in the background for days; there it is silent, and looks at once when it comes to the front.
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
