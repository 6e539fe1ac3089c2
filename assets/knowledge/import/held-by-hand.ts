/** Which drafts the hand-written tables hold already, under their own key. */
import type { Kind } from '../../../lib/facts';
import type { PackSource } from '../../../lib/pack';
import { foldText } from '../../../lib/text';
import type { Draft } from './draft';

/** Files do not agree on which of these a thing is: "Twitter" is a company of one, and a network of another. */
const BODIES = new Set<Kind>(['company', 'media', 'group', 'team']);

/** By id, by article, or, where either has no id, by kind and name; of bodies the country will do instead of the kind. */
export function heldByHand({ entities, forms }: Pick<PackSource, 'entities' | 'forms'>): (draft: Draft) => boolean {
  const ids = new Set(entities.flatMap(({ wikidata }) => wikidata ?? []));
  const titles = new Set(entities.flatMap(({ wikipedia }) => wikipedia?.toLowerCase() ?? []));
  const rows = new Map(entities.map((entity) => [entity.key, entity]));
  const names = new Map<string, boolean>();
  const put = (name: string, key: string): void => {
    const row = rows.get(key);
    if (!row) return;
    const ids = [
      row.kind,
      ...(BODIES.has(row.kind) ? [`body of ${row.qualifier}`] : []),
      ...(row.kind === 'company' ? [`firm of ${row.qualifier}`] : []),
    ];
    for (const id of ids.map((one) => `${one} ${foldText(name)}`))
      names.set(id, (names.get(id) ?? true) && row.wikidata !== null);
  };
  for (const { key, kind, name } of entities) {
    put(name, key);
    // "Amazon (company)", "The Intercept (website)": the brackets tell them from other things of ours.
    const bare = name.replace(/ \(\p{Ll}[^()]*\)$/u, '').replace(/^The /, '');
    if (BODIES.has(kind) && bare !== name) put(bare, key);
  }
  for (const { form, entity, use } of forms) if (use === 'name') put(form, entity);
  return ({ qid, title, kind, name, country }) => {
    if (qid !== null && ids.has(qid)) return true;
    if (title !== null && titles.has(title.toLowerCase())) return true;
    const isHeld = (id: string): boolean => {
      const hasId = names.get(`${id} ${foldText(name)}`);
      return hasId !== undefined && !(hasId && qid !== null);
    };
    // Of the group of companies one table has the id, of the brand another.
    const isSameFirm = kind === 'company' && country !== null && names.has(`firm of ${country.name} ${foldText(name)}`);
    return isSameFirm || isHeld(kind) || (BODIES.has(kind) && country !== null && isHeld(`body of ${country.name}`));
  };
}
