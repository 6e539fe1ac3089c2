/** Stretches passphrases without blocking a page. */
import { passphraseWork, SyncError } from '../../lib/sync';
import type { FromPassphraseWorker, ToPassphraseWorker } from './passphrase-messages';

addEventListener('message', ({ data }: MessageEvent<ToPassphraseWorker>) => {
  void answer(data).then((said) => postMessage(said));
});

async function answer(ask: ToPassphraseWorker): Promise<FromPassphraseWorker> {
  const { id, passphrase } = ask;
  try {
    const bytes = await (ask.task === 'seal'
      ? passphraseWork.seal(passphrase, ask.workFactor, ask.plain)
      : passphraseWork.open(passphrase, ask.file));
    return { id, bytes };
  } catch (error) {
    return error instanceof SyncError
      ? { id, code: error.code, detail: error.detail }
      : { id, code: 'failed', detail: String(error) };
  }
}
