/**
 * Requests of one look-up to one host go one after the other, as Wikimedia asks of whoever reads its wikis. A host that did not answer, or
 * asked for a pause, is not asked for what else stood in the queue: the reader would wait for each of them.
 */
import { isSourceError, type SourceProblem } from './mediawiki/source-error';
import type { WikiClient } from './mediawiki/wiki-client';

export type Asker = Pick<WikiClient, 'api' | 'ask'>;

const OUT_OF_REACH: ReadonlySet<SourceProblem> = new Set(['offline', 'time-out', 'busy']);

/** Ends with the look-up for which it was made. */
export function inSeries({ api, ask }: Asker): Asker {
  let last: Promise<unknown> = Promise.resolve();
  let down: unknown = null;
  return {
    api,
    ask(question) {
      const answer = last.then(() => {
        if (down !== null) throw down;
        return ask(question);
      });
      last = answer.catch((error) => {
        if (isSourceError(error) && OUT_OF_REACH.has(error.problem)) down = error;
      });
      return answer;
    },
  };
}
