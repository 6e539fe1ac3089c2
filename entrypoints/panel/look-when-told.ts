/**
 * Refreshes whenever it is told to: never twice at once, never sooner than `restMs` after the last time, and never one
 * time too few.
 */
export function lookWhenTold(look: () => Promise<unknown>, restMs: number, signal: AbortSignal): () => void {
  let busy = false;
  let told = false;

  async function run(): Promise<void> {
    busy = true;
    while (told && !signal.aborted) {
      told = false;
      // What it missed is seen when it is told the next time.
      await look().catch(() => {});
      await new Promise((rested) => setTimeout(rested, restMs));
    }
    busy = false;
  }

  return () => {
    told = true;
    if (!busy) void run();
  };
}
