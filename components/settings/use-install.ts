/** One pack being installed, and how the last one ended. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { InstallOutcome, InstallProgress, InstallState } from './props';

type Work = (told: (progress: InstallProgress) => void, signal: AbortSignal) => Promise<InstallOutcome>;

export interface Install {
  readonly state: InstallState;
  /** One at a time: otherwise it would be unclear which one the stop button means. Calls `work` synchronously. */
  readonly run: (work: Work) => Promise<InstallOutcome | null>;
  readonly cancel: () => void;
}

/** About twenty updates per megabyte: more would not be seen. */
const PARTS = 20;

export function useInstall(): Install {
  const [state, setState] = useState<InstallState>(null);
  const running = useRef<AbortController | null>(null);

  // Leaving this place of the library makes it impossible to stop, so it stops now.
  useEffect(() => () => running.current?.abort(), []);

  async function run(work: Work): Promise<InstallOutcome | null> {
    if (running.current) return null;
    const ending = new AbortController();
    running.current = ending;
    let drawn = '';
    const told = (progress: InstallProgress) => {
      const { step } = progress;
      const now = step === 'reading' ? `${step} ${share(progress.loaded, progress.total)}` : step;
      if (now === drawn || ending.signal.aborted) return;
      drawn = now;
      setState({ state: 'working', ...progress });
    };
    let outcome: InstallOutcome | null = null;
    try {
      outcome = await work(told, ending.signal);
      return outcome;
    } finally {
      running.current = null;
      setState(outcome);
    }
  }

  return { state, run, cancel: () => running.current?.abort() };
}

const share = (loaded: number, total: number | null): number =>
  total === null ? -1 : Math.floor((loaded / total) * PARTS * Math.max(1, total / 1e6));
