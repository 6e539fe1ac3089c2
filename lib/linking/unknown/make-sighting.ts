import type { WordRun } from '../find/spellings';
import type { Word } from '../read/reading';
import type { Occurrence } from './sighting';
import type { Trimming } from './trim';

interface Trimmed {
  /** The run of capitals it was found in. */
  readonly run: WordRun;
  /** What is left of the run. */
  readonly name: WordRun;
  /** Where its titles begin. */
  readonly titles: number;
  readonly isArticle: boolean;
}

/** One occurrence of a name: the words left after trimming. The key omits the article. */
export function makeSighting({ at, reading }: Trimming, { run, name, titles, isArticle }: Trimmed): Occurrence {
  const [first, last] = name;
  const [head, tail] = [reading.words[first] as Word, reading.words[last] as Word];
  const known = reading.words.slice(isArticle ? first + 1 : first, last + 1).map(({ folded }) => folded);
  return {
    at,
    first,
    last,
    start: head.start,
    end: tail.end,
    key: known.join(' '),
    words: known,
    initial: first === run[0] && head.initial,
    from: titles,
  };
}
