/** How news names an office: as it is called, by its country or body ("Israeli prime minister"), or by whoever holds it. */
import { isPlacing } from '../facts';
import { tableNames } from '../language';
import { earliest, isBefore, latest, shiftDay } from '../time';
import type { EntityRow, FactRow, FormRow, PackSource } from './source';

/** So much likelier is the holder than the office where the form is one of whoever holds it. */
const HOLDER_WEIGHT = 20;
/** Longer names of a body are not put before a title: "Democratic Republic of the Congo president". */
const MOST_WORDS = 2;

/** Names of offices by their bodies, as rows that the tables need not hold. */
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

/** The name of an office as a sentence has it: "prime minister of Israel", in capitals or not. */
export function officeInText({ name }: EntityRow, facts: readonly FactRow[]): string {
  const isTitled = facts.some(
    ({ property, words }) =>
      isPlacing(property) && words !== null && name.toLowerCase().startsWith(words.toLowerCase()),
  );
  return isTitled ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** A form of whoever holds an office: each holder for the days on which that is known, and the office for all others. */
export function holderForms(row: FormRow, terms: readonly FactRow[]): FormRow[] {
  const known = terms
    .filter(({ start }) => start !== null)
    .sort((one, other) => (isBefore(latest(one.start!), latest(other.start!)) ? -1 : 1));
  const holders = known.flatMap(({ entity, start, end, source }, at): FormRow[] => {
    const from = latest(start!);
    const next = known[at + 1];
    const last = end === null ? source.asOf : earliest(end);
    // The day of a handover is the new holder's.
    const to = next !== undefined && !isBefore(last, latest(next.start!)) ? shiftDay(latest(next.start!), -1) : last;
    return isBefore(to, from) ? [] : [{ ...row, entity, use: 'name', from, to, weight: row.weight * HOLDER_WEIGHT }];
  });
  return [...holders, { ...row, use: 'name' }];
}
