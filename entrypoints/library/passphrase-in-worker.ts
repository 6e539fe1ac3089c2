/** Lets a worker do what passphrases cost; it begins with the first of them and ends when it is told to. */
import { type PassphraseWork, SyncError } from '../../lib/sync';
import type { FromPassphraseWorker, ToPassphraseWorker } from './passphrase-messages';

type OneOf<T> = T extends unknown ? Omit<T, 'id'> : never;
type Answer = (said: FromPassphraseWorker | null) => void;

export type WorkerOfPassphrases = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export function passphraseInWorker(
  openWorker: () => WorkerOfPassphrases,
): PassphraseWork & { readonly end: () => void } {
  const waiting = new Map<number, Answer>();
  let worker: WorkerOfPassphrases | null = null;
  let asked = 0;

  function ask(task: OneOf<ToPassphraseWorker>): Promise<Uint8Array | null> {
    worker ??= begin();
    const id = ++asked;
    const answer = new Promise<Uint8Array | null>((resolve, reject) => {
      waiting.set(id, (said) => {
        if (said === null) reject(new SyncError('failed', 'the worker for passphrases broke down'));
        else if ('code' in said) reject(new SyncError(said.code, said.detail));
        else resolve(said.bytes);
      });
    });
    worker.postMessage({ ...task, id });
    return answer;
  }

  function begin(): WorkerOfPassphrases {
    const begun = openWorker();
    begun.onmessage = ({ data }: MessageEvent<FromPassphraseWorker>) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    };
    begun.onerror = (event) => {
      event.preventDefault();
      end();
    };
    return begun;
  }

  function end(): void {
    worker?.terminate();
    worker = null;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  }

  return {
    async seal(passphrase, workFactor, plain) {
      const sealed = await ask({ task: 'seal', passphrase, workFactor, plain });
      if (!sealed) throw new SyncError('failed', 'nothing was sealed');
      return sealed;
    },
    open: (passphrase, file) => ask({ task: 'open', passphrase, file }),
    end,
  };
}
