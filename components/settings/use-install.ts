/** One pack on its way into use, and how the last one ended. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportOutcome, InstallProgress, InstallState } from './props';

type Work = (told: (progress: InstallProgress) => void, signal: AbortSignal) => Promise<ImportOutcome>;

export interface Install {
  readonly state: InstallState;
  /** One at a time: the button that ends it could not say which. Calls `work` in the same turn. */
  readonly run: (work: Work) => Promise<ImportOutcome | null>;
  readonly cancel: () => void;
}

/** Of a megabyte some twenty pictures: more would be drawn than anybody sees. */
const PARTS = 20;

export function useInstall(): Install {
  const [state, setState] = useState<InstallState>(null);
  const running = useRef<AbortController | null>(null);

  // Whoever goes elsewhere in the library cannot end it there any more.
  useEffect(() => () => running.current?.abort(), []);

  async function run(work: Work): Promise<ImportOutcome | null> {
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
    let outcome: ImportOutcome | null = null;
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
