/**
 * "Sean Baker (filmmaker)": an article with brackets that is much read, and says the trade that a file has somebody in. Then
 * that one is meant by the name, whoever else is called so.
 */
import type { Draft } from './draft';
import type { KnownTitles } from './known-titles';

/** Words of brackets and of files for one trade. */
const ALIKE: readonly ReadonlySet<string>[] = [
  new Set(['film director', 'filmmaker', 'director']),
  new Set(['football player', 'footballer', 'soccer', 'soccer player']),
  new Set(['actor', 'actress']),
  new Set(['singer', 'musician', 'singer-songwriter', 'songwriter', 'rapper']),
  new Set(['writer', 'author', 'novelist']),
  new Set(['businessperson', 'businessman', 'businesswoman', 'entrepreneur']),
  new Set(['basketball player', 'basketball']),
  new Set(['baseball player', 'baseball']),
  new Set(['ice hockey player', 'ice hockey']),
  new Set(['tennis player', 'tennis']),
  new Set([
    'American football player',
    'american football',
    'quarterback',
    'wide receiver',
    'running back',
    'linebacker',
  ]),
];
const MUCH_READ = 26;

export function hasOwnArticle(
  { kind, name, what }: Pick<Draft, 'kind' | 'name' | 'what'>,
  known: KnownTitles,
): boolean {
  if (kind !== 'person' || what === null) return false;
  // "Actor, among other things": the first word is the trade.
  const trade = what.split(',')[0] ?? what;
  const words = ALIKE.find((alike) => alike.has(trade)) ?? new Set([trade]);
  const told = known
    .bracketsOf(name)
    .filter((bracket) => words.has(bracket) && known.fame(`${name} (${bracket})`) >= MUCH_READ);
  return told.length === 1;
}
