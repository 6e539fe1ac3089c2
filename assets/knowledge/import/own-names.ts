/**
 * Names that are of one thing alone, as far as all files tell: no other row has it, no article has it with brackets or a
 * place behind it, and it is no word of the language. Such a name needs no fame to be safe.
 */
import type { Kind } from '../../../lib/facts';
import { foldText } from '../../../lib/text';
import type { Draft } from './draft';
import type { KnownTitles } from './known-titles';

const MUCH_READ = 26;
/** Whoever is called so beside the founder. */
const FEW = 3;

export type IsOwnName = (entity: Pick<Draft, 'name' | 'title' | 'kind'>) => boolean;

const bareOf = (name: string): string => foldText(name.replace(/ \(.*\)$/, '').replace(/^the\s+(?=\S)/i, ''));

/** `titles`: all articles that the files name; `common`: words in small letters. */
export function ownNames(
  drafts: readonly Draft[],
  titles: Iterable<string>,
  known: KnownTitles,
  common: ReadonlySet<string>,
): IsOwnName {
  // "Louis Vuitton (designer)": the article without brackets, which is much read, is of another.
  const isOthers = (title: string): boolean =>
    / \(/.test(title) && known.fame(title.replace(/ \(.*\)$/, '')) >= MUCH_READ;
  const articles = new Set([...titles].filter((title) => !isOthers(title)).map(bareOf));
  const bearers = new Map<string, number>();
  const ofPeople = new Map<string, number>();
  for (const { name, title, kind } of drafts) {
    for (const one of new Set([bareOf(name), bareOf((title ?? name).replace(/, .*$/, ''))])) {
      if (title === null || !isOthers(title)) bearers.set(one, (bearers.get(one) ?? 0) + 1);
      // "Paterson" is in the first place whoever is called so.
      const words = one.split(' ');
      if (kind === 'person' && words.length > 1)
        for (const word of words) ofPeople.set(word, (ofPeople.get(word) ?? 0) + 1);
    }
  }
  // An article of that very word that is much read is not about its few bearers: firms are called after them.
  const isSurname = (bare: string, name: string, kind: Kind): boolean =>
    (ofPeople.get(bare) ?? 0) > (kind === 'company' && known.fame(name) >= MUCH_READ ? FEW : 0);
  return ({ name, title, kind }) => {
    const bare = bareOf(name);
    // "Osprey" the brand has no article, and there is one of that name.
    if (title === null && articles.has(bare)) return false;
    if ((bearers.get(bare) ?? 0) > 1) return false;
    // Two words that are a much-read article are a firm of that name: "Royal Mail".
    if (kind === 'company' && bare.includes(' ') && known.fame(name) >= MUCH_READ) return true;
    if (known.namesakes(name) > 0) return false;
    return bare.includes(' ')
      ? !bare.split(' ').every((word) => common.has(word))
      : bare.length > 2 && !common.has(bare) && !common.has(bare.replace(/s$/, '')) && !isSurname(bare, name, kind);
  };
}
