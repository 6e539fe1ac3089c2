/**
 * How news names an office: by its own name, by its country or body ("Israeli prime minister"), or through its holder.
 */
import { isPlacing } from '../facts';
import { tableNames } from '../language';
import { earliest, isBefore, latest, shiftDay } from '../time';
import type { EntityRow, FactRow, FormRow, PackSource } from './source';

/** How much likelier the holder is than the office, for forms that mean the holder. */
const HOLDER_WEIGHT = 20;
/** Longer names of a body do not precede a title: "Democratic Republic of the Congo president". */
const MOST_WORDS = 2;

/** Names of offices formed with their bodies, so that the tables need no rows for them. */
export function officeForms({ entities, forms, facts }: PackSource): FormRow[] {
  const kinds = new Map(entities.map(({ key, kind }) => [key, kind]));
  const titles = new Map<string, FactRow[]>();
  for (const fact of facts) {
    if (!isPlacing(fact.property) || typeof fact.value !== 'string' || fact.words === null) continue;
    if (fact.words.includes(tableNames.titleOf) || kinds.get(fact.entity) !== 'office') continue;
    titles.set(fact.value, [...(titles.get(fact.value) ?? []), fact]);
  }
  return forms.flatMap((row) => {
    const isAdjective = row.use === 'demonym' && !tableNames.people.test(row.form);
    const isShortName = row.use === 'name' && row.form.split(' ').length <= MOST_WORDS;
    if (row.language !== undefined || (!isAdjective && !isShortName)) return [];
    return (titles.get(row.entity) ?? []).map(
      ({ entity, words }): FormRow => ({
        ...row,
        entity,
        form: `${row.form} ${words}`,
        use: 'name',
        printed: false,
        derived: true,
      }),
    );
  });
}

/** An office's name as written in a sentence: "prime minister of Israel", capitalised or not. */
export function officeInText({ name }: EntityRow, facts: readonly FactRow[]): string {
  const isTitled = facts.some(
    ({ property, words }) =>
      isPlacing(property) && words !== null && name.toLowerCase().startsWith(words.toLowerCase()),
  );
  return isTitled ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** For a form that means an office's holder: each holder for the days known, and the office for all others. */
export function holderForms(row: FormRow, terms: readonly FactRow[]): FormRow[] {
  const known = terms
    .filter(({ start }) => start !== null)
    .sort((one, other) => (isBefore(latest(one.start!), latest(other.start!)) ? -1 : 1));
  const holders = known.flatMap(({ entity, start, end, source }, at): FormRow[] => {
    const from = latest(start!);
    const next = known[at + 1];
    const last = end === null ? source.asOf : earliest(end);
    // On the day of a handover it means the new holder.
    const to = next !== undefined && !isBefore(last, latest(next.start!)) ? shiftDay(latest(next.start!), -1) : last;
    return isBefore(to, from) ? [] : [{ ...row, entity, use: 'name', from, to, weight: row.weight * HOLDER_WEIGHT }];
  });
  return [...holders, { ...row, use: 'name' }];
}
