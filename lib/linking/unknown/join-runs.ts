import { rolesOf } from '../../language';
import type { WordRun } from '../find/spellings';
import type { Reading, Word } from '../read/reading';
import { isGiven } from './is-given';
import type { MentionCover } from './mention-cover';

/** Words that may follow "Office of Emergency Management and". */
const MOST_BEHIND = 2;

/**
 * Joins names across "and" ("the Department of Health and Welfare", "the Panda Protection and Research Center"), and
 * across "of" where a legal form shows it ("Pacific Sunwear of California Inc"). Names with a card are never joined.
 */
export function joinRuns(runs: readonly WordRun[], reading: Reading, cover: MentionCover): WordRun[] {
  const joined: WordRun[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    if (before && belongTogether(before, run, reading, cover)) joined[joined.length - 1] = [before[0], run[1]];
    else joined.push(run);
  }
  return joined;
}

function belongTogether([from, to]: WordRun, [first, last]: WordRun, reading: Reading, cover: MentionCover): boolean {
  const { words, language } = reading;
  const link = words[to + 1] as Word;
  if (first !== to + 2 || link.joint !== 'space' || words[first]?.joint !== 'space') return false;
  const { names, cues } = language;
  const roles = rolesOf(language);
  const isAnd = cues.and.has(link.folded);
  if (!isAnd && link.folded !== names.of) return false;
  const tail = (words[last] as Word).folded;
  const isSuffixed = names.companySuffixes.has(tail) && last > first;
  if (!isAnd && !isSuffixed) return false;
  if (cover.touching((words[from] as Word).start, (words[last] as Word).end) !== null) return false;
  if (!isAnd) return true;
  if (isGiven((words[first] as Word).folded) || isGiven((words[from] as Word).folded)) return false;
  const isLinked = words.slice(from, to).some((word) => !word.capital && roles.links.has(word.folded));
  if (isLinked) return last - first < MOST_BEHIND;
  const hasArticle =
    cues.articles.has(words[from - 1]?.folded ?? '') || cues.articles.has((words[from] as Word).folded);
  const isHouse = roles.inNames.get(tail) === 'body' && last > first;
  return hasArticle && isHouse && roles.inNames.get((words[to] as Word).folded) !== 'body' && to > from;
}
