/**
 * Where the tables contradict themselves, by rules that a script can ask: an office that its holder did not live to see, a gloss with another
 * year than the fact, one event under two spellings, one person or firm under two keys. `npm run knowledge:check` lists them, a test forbids them.
 */
import { eventKey } from '../../../assets/knowledge/import/event-key';
import type { EntityRow, FactRow, PackSource } from '../../../lib/pack';
import { foldText } from '../../../lib/text';

export interface Contradiction {
  readonly rule: string;
  readonly who: string;
}

const yearOf = (date: string): number => Number(date.replace('~', '').slice(0, 4));
const YOUNGEST_HOLDER = 10;

/** `isImported`: hand-written rows are read by people, and say more than these rules understand. */
export function contradictions(
  { entities, facts, forms }: Pick<PackSource, 'entities' | 'facts' | 'forms'>,
  isImported: (entity: EntityRow) => boolean,
): Contradiction[] {
  const found: Contradiction[] = [];
  const factsOf = new Map<string, FactRow[]>();
  for (const fact of facts) {
    const there = factsOf.get(fact.entity);
    if (there) there.push(fact);
    else factsOf.set(fact.entity, [fact]);
  }
  const namesOf = new Map<string, string[]>();
  for (const { entity, form } of forms) {
    const there = namesOf.get(entity);
    if (there) there.push(form);
    else namesOf.set(entity, [form]);
  }
  const printed = new Set(entities.flatMap(({ kind, name }) => (kind === 'person' ? [foldText(name)] : [])));
  const seen = new Map<string, EntityRow>();
  const once = (rule: string, sign: string, entity: EntityRow): void => {
    const other = seen.get(`${rule} ${sign}`);
    if (other === undefined) seen.set(`${rule} ${sign}`, entity);
    else if (other.key !== entity.key && !(other.wikidata !== null && entity.wikidata !== null))
      found.push({ rule, who: `${other.key} (${other.name}) and ${entity.key} (${entity.name})` });
  };
  for (const entity of entities) {
    if (!isImported(entity)) continue;
    const { key, kind, name, gloss, wikipedia } = entity;
    const own = factsOf.get(key) ?? [];
    const dateOf = (property: FactRow['property']): string | null =>
      own.find((fact) => fact.property === property)?.start ?? null;
    const tell = (rule: string): void => void found.push({ rule, who: `${key} (${name})` });
    const [born, died] = [dateOf('born'), dateOf('died')];
    const told = /\bborn (?:about )?(\d{1,4})\b/.exec(gloss)?.[1];
    if (told !== undefined && (born === null || Number(told) !== yearOf(born))) tell('the gloss has another birth');
    if (told !== undefined && born?.startsWith('~') !== / born about /.test(` ${gloss}`.replace(',', '')))
      tell('the gloss is surer of the birth than the fact, or less');
    for (const { property, start, end } of own) {
      if (property !== 'office' && property !== 'role') continue;
      if (died !== null && start !== null && yearOf(start) > yearOf(died)) tell('an office begins after the death');
      if (died !== null && end !== null && yearOf(end) > yearOf(died)) tell('an office ends after the death');
      if (born !== null && start !== null && yearOf(start) - yearOf(born) < YOUNGEST_HOLDER)
        tell('an office of a child');
      if (start !== null && end !== null && yearOf(start) > yearOf(end)) tell('an office ends before it begins');
    }
    if (kind === 'event') once('one event in two spellings', eventKey(wikipedia ?? name), entity);
    if (wikipedia !== null) once('one article of two', `${kind} ${wikipedia.toLowerCase()}`, entity);
    // Fathers and sons share a name, and no year.
    if (kind === 'person' && born !== null)
      for (const one of new Set([name, ...(namesOf.get(key) ?? [])].map(foldText)))
        if (one.includes(' ') && printed.has(one))
          once('two people of one name and year', `${yearOf(born)} ${one}`, entity);
    if (kind === 'company') once('one firm twice', `${foldText(name)} ${entity.qualifier}`, entity);
    if (/\bWar in\b/.test(gloss) && !gloss.includes(' · in the news') && BETWEEN.test(name))
      tell('a war between two lies in one of them');
  }
  return found;
}

const BETWEEN = /^(?:\p{L}+ )?\p{L}+[–-]\p{Lu}\p{L}+ [Ww]ar$/u;
