/**
 * The two ends of a port as the browsers make them: what is posted is copied and comes later, one end hears that the
 * other closed and not of its own closing, a closed end throws, and what comes before anybody listens is lost.
 */
import type { Port } from '../../../lib/border';
import type { JudgedPort } from '../../../lib/border/port';

interface End extends Port {
  isOpen(): boolean;
}

export interface Ends {
  readonly frame: End;
  readonly background: End & JudgedPort;
  /** What the frame's end was given. */
  readonly received: unknown[];
  /** The worker dies, or the extension goes. */
  killWorker(): void;
  /** The frame is told once more that its port was closed. */
  tellAgain(): void;
  /** The frame goes, with whatever document was in it. */
  removeFrame(): void;
}

export function openPort(name: string, sender?: JudgedPort['sender']): Ends {
  const ends = [0, 1].map(() => ({
    open: true,
    hear: [] as ((message: unknown) => void)[],
    closed: [] as (() => void)[],
  }));
  const received: unknown[] = [];
  const close = (side: number) => {
    for (const end of ends) end.open = false;
    for (const listener of ends[1 - side]?.closed ?? []) listener();
  };
  const end = (side: number): End => ({
    name,
    isOpen: () => ends[side]?.open ?? false,
    postMessage(message) {
      if (!ends[side]?.open) throw new Error('Attempting to use a disconnected port object');
      const copy = structuredClone(message);
      queueMicrotask(() => {
        const other = ends[1 - side];
        if (!other?.open) return;
        if (side === 1) received.push(copy);
        for (const listener of [...other.hear]) listener(copy);
      });
    },
    disconnect: () => ends[side]?.open && close(side),
    onMessage: { addListener: (listener) => void ends[side]?.hear.push(listener) },
    onDisconnect: { addListener: (listener) => void ends[side]?.closed.push(listener) },
  });
  return {
    frame: end(0),
    background: { ...end(1), sender },
    received,
    killWorker: () => ends[1]?.open && close(1),
    tellAgain: () => {
      for (const listener of ends[0]?.closed ?? []) listener();
    },
    removeFrame: () => ends[0]?.open && close(0),
  };
}

/** Everything that is under way has come. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await new Promise((next) => setImmediate(next));
};
