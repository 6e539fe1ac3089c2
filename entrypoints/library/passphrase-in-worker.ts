/**
 * Runs the expensive work with passphrases in a worker, which starts with the first request and ends when told to, or
 * stopped.
 */
import { type PassphraseWork, SyncError } from '../../lib/sync';
import type { FromPassphraseWorker, ToPassphraseWorker } from './passphrase-messages';

type OneOf<T> = T extends unknown ? Omit<T, 'id'> : never;
interface Answer {
  readonly hear: (said: FromPassphraseWorker) => void;
  readonly fail: (why: unknown) => void;
}

export type WorkerOfPassphrases = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** `stopped`: the reader has cancelled. Running work ends at once, and nothing new is started. */
export function passphraseInWorker(
  openWorker: () => WorkerOfPassphrases,
  stopped: AbortSignal,
): PassphraseWork & { readonly end: () => void } {
  const waiting = new Map<number, Answer>();
  let worker: WorkerOfPassphrases | null = null;
  let asked = 0;

  async function ask(task: OneOf<ToPassphraseWorker>): Promise<Uint8Array | null> {
    stopped.throwIfAborted();
    worker ??= begin();
    const id = ++asked;
    const answer = new Promise<Uint8Array | null>((resolve, reject) => {
      waiting.set(id, {
        hear: (said) => ('code' in said ? reject(new SyncError(said.code, said.detail)) : resolve(said.bytes)),
        fail: reject,
      });
    });
    worker.postMessage({ ...task, id });
    return answer;
  }

  function begin(): WorkerOfPassphrases {
    const begun = openWorker();
    begun.onmessage = ({ data }: MessageEvent<FromPassphraseWorker>) => {
      waiting.get(data.id)?.hear(data);
      waiting.delete(data.id);
    };
    begun.onerror = (event) => {
      event.preventDefault();
      end();
    };
    return begun;
  }

  function end(why: unknown = new SyncError('failed', 'the worker for passphrases crashed')): void {
    worker?.terminate();
    worker = null;
    for (const { fail } of waiting.values()) fail(why);
    waiting.clear();
  }
  stopped.addEventListener('abort', () => end(stopped.reason));

  return {
    async seal(passphrase, workFactor, plain) {
      const sealed = await ask({ task: 'seal', passphrase, workFactor, plain });
      if (!sealed) throw new SyncError('failed', 'nothing was sealed');
      return sealed;
    },
    open: (passphrase, file) => ask({ task: 'open', passphrase, file }),
    end: () => end(),
  };
}
