import { groupBy } from '../../lists';
import { foldText } from '../../text';
import type { EntityRow, FactRow, PackSource } from '../source';

export interface NamesakeMeant {
  readonly fact: FactRow;
  /** Key of the other one. */
  readonly namesake: string;
}

/**
 * Facts that were probably tied to a namesake: a governor from the United States tied to the country Georgia, although
 * the state of Georgia is in the United States too. Through an office, the tie is its holder's.
 */
export function namesakesMeant({ entities, facts }: PackSource): NamesakeMeant[] {
  const entityOf = new Map(entities.map((entity) => [entity.key, entity]));
  const namesakes = groupBy(entities, ({ kind, name }) => `${kind} ${foldText(name)}`);
  const holders = groupBy(facts, ({ property, value }) =>
    property === 'office' && typeof value === 'string' ? value : null,
  );
  const meant = (subject: EntityRow | undefined, value: string): EntityRow | undefined => {
    const tied = entityOf.get(value);
    // Foreigners often have ties to a country.
    if (!subject || !tied || tied.qualifier === subject.qualifier) return undefined;
    const others = namesakes.get(`${tied.kind} ${foldText(tied.name)}`) ?? [];
    return others.find(({ key, qualifier }) => key !== value && qualifier !== '' && qualifier === subject.qualifier);
  };
  return facts.flatMap((fact) => {
    if (typeof fact.value !== 'string') return [];
    const subjects = [fact.entity, ...(holders.get(fact.entity) ?? []).map(({ entity }) => entity)];
    for (const subject of subjects) {
      const namesake = meant(entityOf.get(subject), fact.value);
      if (namesake) return [{ fact, namesake: namesake.key }];
    }
    return [];
  });
}
