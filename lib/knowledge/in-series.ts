/**
 * Requests from one look-up to one host go one after the other, as Wikimedia asks. If a host did not answer or asked
 * for a pause, the rest of its queue is dropped: the reader would wait for each.
 */
import { isSourceError, type WikiProblem } from './mediawiki/source-error';
import type { WikiClient } from './mediawiki/wiki-client';

export type Asker = Pick<WikiClient, 'api' | 'ask'>;

const OUT_OF_REACH: ReadonlySet<WikiProblem> = new Set(['offline', 'time-out', 'busy']);

/** Lives as long as its look-up. */
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
