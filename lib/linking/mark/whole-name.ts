import { tableNames } from '../../language';
import type { Chosen } from '../around/scene';
import type { Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';

/**
 * The extent of the name on the page, including an article that is part of it ("The Associated Press") and the stop of
 * a legal form ("Home Depot Inc.").
 */
export function wholeName(
  { span, ref, option }: Chosen,
  reading: Reading,
  shelf: Shelf,
): { start: number; end: number } {
  const { text } = reading.block;
  const { start, end } = span;
  if (option.use === 'noun' || option.use === 'demonym') return { start, end };
  const { kind, name } = shelf.entity(ref);
  const [before, last] = [reading.words[span.first - 1], reading.words[span.last]];
  const hasArticle =
    before?.capital === true &&
    // At the start of a sentence the article's capital proves nothing.
    !before.initial &&
    reading.words[span.first]?.joint === 'space' &&
    tableNames.article.test(text.slice(before.start, end)) &&
    tableNames.article.test(name);
  // "el-Sisi", "al-Assad".
  const hasParticle =
    before !== undefined &&
    kind === 'person' &&
    reading.words[span.first]?.joint === 'hyphen' &&
    reading.language.names.particles.has(before.folded);
  const isStopped =
    kind === 'company' && text[end] === '.' && reading.language.names.companySuffixes.has(last?.folded ?? '');
  return { start: hasArticle || hasParticle ? before.start : start, end: isStopped ? end + 1 : end };
}
