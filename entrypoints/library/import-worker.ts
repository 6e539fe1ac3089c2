/**
 * Reads files and stores their notes, one at a time, where no file can block the page. It may be ended at any moment: a
 * transaction that was not committed has no effect.
 */
import { createDatabase } from '../../lib/database';
import { createImporter, type NoteSubject } from '../../lib/notes';
import { randomSession } from '../own-page/random-session';
import type { FromImporter, ToImporter } from './import-messages';

const tell = (message: FromImporter): void => postMessage(message);
const asked = new Map<number, (subjects: readonly NoteSubject[] | null) => void>();
let asks = 0;
let heading = '';
const ending = new AbortController();

const importer = createImporter({
  database: createDatabase(),
  now: Date.now,
  session: randomSession,
  committed: () => tell({ type: 'committed' }),
  storing: () => tell({ type: 'storing' }),
  imported: () => heading,
  signal: ending.signal,
  entitiesNamed: (name) =>
    new Promise((answer, fail) => {
      const ask = asks++;
      asked.set(ask, (subjects) => (subjects ? answer(subjects) : fail(new Error('no answer from the background'))));
      tell({ type: 'whoIs', ask, name });
    }),
});

addEventListener('message', ({ data }: MessageEvent<ToImporter>) => {
  if (data.type === 'named') {
    asked.get(data.ask)?.(data.subjects);
    asked.delete(data.ask);
  } else if (data.type === 'cancel') {
    ending.abort();
  } else {
    heading = data.heading;
    void bring(data.file, data.name).then(tell);
  }
});

async function bring(file: File, name: string): Promise<FromImporter> {
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) {
    const notUnderstood = [{ file: name, line: null, why: 'unreadable', detail: '' }] as const;
    return { type: 'done', report: { added: 0, merged: 0, same: 0, notUnderstood } };
  }
  try {
    return { type: 'done', report: await importer({ name, bytes: new Uint8Array(bytes) }) };
  } catch (error) {
    if (ending.signal.aborted) return { type: 'cancelled' };
    return { type: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
