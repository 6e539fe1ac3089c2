import { foldText } from '../../text';
import { groupBy } from '../group-by';
import type { EntityRow, FactRow, PackSource } from '../source';

export interface NamesakeMeant {
  readonly fact: FactRow;
  /** Key of the other one. */
  readonly namesake: string;
}

/**
 * Facts that were likely tied to a namesake: a governor from the United States to the country Georgia, while the state
 * Georgia is of the United States as well. Through an office the tie is that of its holder.
 */
export function namesakesMeant({ entities, facts }: PackSource): NamesakeMeant[] {
  const entityOf = new Map(entities.map((entity) => [entity.key, entity]));
  const namesakes = groupBy(entities, ({ kind, name }) => `${kind} ${foldText(name)}`);
  const holders = groupBy(facts, ({ property, value }) =>
    property === 'office' && typeof value === 'string' ? value : null,
  );
  const meant = (subject: EntityRow | undefined, value: string): EntityRow | undefined => {
    const tied = entityOf.get(value);
    // Of a country it may well be that somebody of another one has a tie to it.
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
