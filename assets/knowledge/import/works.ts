/** Works and who made them: what somebody is whose works the files have, and the tie between the two. */
import type { PackSource } from '../../../lib/pack';
import { foldText } from '../../../lib/text';
import type { Chosen } from './choose-entities';
import type { Draft } from './draft';
import type { Imported, Maker } from './imported';
import { from } from './source-list';

/** Between two entities of the pack. */
export interface WorkTie {
  readonly work: string;
  readonly maker: string;
  /** What the maker is to the work, and the work to the maker. */
  readonly words: string;
  readonly back: string;
  readonly source: string;
  readonly asOf: string;
}

/** What the cards of people say who make such works; the file has names alone, and a namesake has another trade. */
const TRADES: Readonly<Record<Maker['role'], RegExp>> = {
  director: /\b(?:film|director|filmmaker|screenwriter)\b/i,
  author: /\b(?:writer|author|novelist|poet|playwright|journalist|literature|philosopher)\b/i,
  artist:
    /\b(?:music|musician|singer|songwriter|singer-songwriter|rapper|composer|guitarist|painter|sculptor|artist|arts)\b/i,
};
/** Younger nobody made any. */
const YOUNGEST_MAKER = 12;

/** "Known in film, television or theatre", with films of the same name's: a film director. */
export function withTrades(drafts: readonly Draft[], rows: readonly Imported[]): Draft[] {
  const films = new Map<string, number>();
  for (const { maker } of rows)
    if (maker?.role === 'director') films.set(foldText(maker.name), (films.get(foldText(maker.name)) ?? 0) + 1);
  const directs = ({ kind, what, remark, name }: Draft): boolean =>
    kind === 'person' && what === null && IN_FILM.test(remark ?? '') && films.has(foldText(name));
  // The list of the famous has one trade of each: who directed several films did not only act.
  const bothDirectsAndActs = ({ kind, what, name }: Draft): boolean =>
    kind === 'person' && what === 'actor' && (films.get(foldText(name)) ?? 0) >= SEVERAL;
  return drafts.map((draft) =>
    directs(draft)
      ? { ...draft, what: 'film director', remark: null }
      : bothDirectsAndActs(draft)
        ? { ...draft, what: 'actor and film director' }
        : draft,
  );
}
const SEVERAL = 3;
const IN_FILM = /^known in film\b/;

export function workTies(
  chosen: readonly Chosen[],
  { entities }: Pick<PackSource, 'entities'>,
  glossOf: (draft: Draft) => string,
): WorkTie[] {
  const people = new Map<string, { readonly key: string; readonly gloss: string; readonly born: number | null }[]>();
  const put = (name: string, key: string, gloss: string, born: number | null): void => {
    const folded = foldText(name);
    people.set(folded, [...(people.get(folded) ?? []), { key, gloss, born }]);
  };
  for (const { kind, key, name, gloss } of entities) if (kind === 'person') put(name, key, gloss, null);
  for (const { draft } of chosen)
    if (draft.kind === 'person') put(draft.name, draft.key, glossOf(draft), yearOf(draft, 'born'));
  return chosen.flatMap(({ draft: work }): WorkTie[] => {
    const { maker, what } = work;
    const [only, ...others] = maker === null ? [] : (people.get(foldText(maker.name)) ?? []);
    if (maker === null || what === null || !only || others.length > 0 || !TRADES[maker.role].test(only.gloss))
      return [];
    const made = yearOf(work, 'event');
    if (only.born !== null && made !== null && made - only.born < YOUNGEST_MAKER) return [];
    return [{ work: work.key, maker: only.key, words: maker.role, back: what, source: SOURCE, asOf: AS_OF }];
  });
}

const { source: SOURCE, asOf: AS_OF } = from('wikidata-rows-2026');

function yearOf({ facts }: Draft, property: 'born' | 'event'): number | null {
  const start = facts.find((fact) => fact.property === property)?.start;
  return start ? Number(start.replace('~', '').slice(0, 4)) : null;
}
