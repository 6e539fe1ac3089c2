/** Lets a worker import files one by one, and ends it if it takes too long, crashes, or the reader stops it. */
import type { ImportOutcome } from '../../components/backup';
import { addReports, type FileProblem, type ImportReport, type NoteSubject } from '../../lib/notes';
import type { FromImporter, ToImporter } from './import-messages';

/** Milliseconds without a response: the largest file allowed takes a tenth of it on our machine. */
export const READING = 30_000;
/** For storing, which is one transaction per file and may be waited for. */
export const STORING = 600_000;
/** For stopping that. A worker that does not even respond to it has nothing to commit. */
export const STOPPING = 3_000;

export type ImportWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export interface ImportPlan {
  readonly openWorker: () => ImportWorker;
  readonly heading: string;
  readonly committed: () => void;
  readonly entitiesNamed: (name: string) => Promise<readonly NoteSubject[]>;
  /** Ends the import. Imported files stay; nothing of the others does. */
  readonly signal: AbortSignal;
}

const NOTHING: ImportReport = { added: 0, merged: 0, same: 0, notUnderstood: [] };

type Answer =
  | { readonly type: 'done'; readonly report: ImportReport }
  | { readonly type: 'failed'; readonly detail: string }
  | { readonly type: 'ended'; readonly why: FileProblem }
  | { readonly type: 'cancelled' };

export async function importInWorker(files: readonly File[], plan: ImportPlan): Promise<ImportOutcome> {
  let worker: ImportWorker | null = null;
  let report = NOTHING;
  const end = () => {
    worker?.terminate();
    worker = null;
  };
  try {
    for (const [index, file] of files.entries()) {
      const unread = files.length - index;
      if (plan.signal.aborted) return { state: 'cancelled', ...report, unread };
      const name = file.webkitRelativePath || file.name;
      worker ??= plan.openWorker();
      const answer = await importOne(worker, file, name, plan);
      if (answer.type === 'cancelled') return { state: 'cancelled', ...report, unread };
      if (answer.type === 'failed') return { state: 'failed', detail: answer.detail, ...report, unread };
      if (answer.type === 'done') report = addReports(report, answer.report);
      else {
        end();
        const problem = { file: name, line: null, why: answer.why, detail: '' };
        report = addReports(report, { ...NOTHING, notUnderstood: [problem] });
      }
    }
    return { state: 'read', ...report };
  } finally {
    end();
  }
}

function importOne(worker: ImportWorker, file: File, name: string, plan: ImportPlan): Promise<Answer> {
  const { signal, heading } = plan;
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let patience = READING;
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      worker.onmessage = null;
      worker.onerror = null;
      resolve(answer);
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        settle(signal.aborted ? { type: 'cancelled' } : { type: 'ended', why: 'took-too-long' });
      }, patience);
    };
    const send = (message: ToImporter): void => worker.postMessage(message);
    const cancel = (): void => {
      if (patience === READING) settle({ type: 'cancelled' });
      else {
        patience = STOPPING;
        send({ type: 'cancel' });
        wait();
      }
    };
    const say = async (ask: number, name: string): Promise<void> => {
      const subjects = await plan.entitiesNamed(name).catch(() => null);
      if (worker.onmessage) send({ type: 'named', ask, subjects });
    };
    signal.addEventListener('abort', cancel);
    worker.onerror = (event) => {
      event.preventDefault();
      settle({ type: 'ended', why: 'gave-up' });
    };
    worker.onmessage = ({ data }: MessageEvent<FromImporter>) => {
      if (data.type === 'done' || data.type === 'failed' || data.type === 'cancelled') return settle(data);
      if (data.type === 'committed') plan.committed();
      if (data.type === 'storing') patience = STORING;
      if (data.type === 'whoIs') void say(data.ask, data.name);
      wait();
    };
    wait();
    send({ type: 'import', file, name, heading });
  });
}
