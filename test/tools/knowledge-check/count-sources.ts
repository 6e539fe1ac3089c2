/** What each source of the tables brings, and what its names put at risk. Pure: tables and judged mentions in, counts out. */
import type { EntityKey, Source } from '../../../lib/facts';
import type { PackSource } from '../../../lib/pack';
import { foldText } from '../../../lib/text';

export interface SourceCount {
  readonly name: string;
  /** Entities that are made by it, and facts that it tells. */
  readonly entities: number;
  readonly facts: number;
  /** Names of these entities that count by themselves, those of one word among them, and those that need company. */
  readonly names: number;
  readonly oneWord: number;
  readonly needCompany: number;
  /** Names that count by themselves and that an entity of another name has as well. */
  readonly shared: number;
  /** Cards of these entities in the labelled stories. */
  readonly right: number;
  readonly wrong: number;
}

export interface JudgedCard {
  readonly entity: EntityKey;
  readonly right: boolean;
}

type Counts = { -readonly [Name in keyof SourceCount]: SourceCount[Name] };

/** The most entities first. */
export function countSources(
  { entities, forms, facts }: Pick<PackSource, 'entities' | 'forms' | 'facts'>,
  cards: readonly JudgedCard[],
): SourceCount[] {
  const counts = new Map<string, Counts>();
  const of = ({ name }: Source): Counts => {
    const known = counts.get(name);
    if (known) return known;
    const none = { entities: 0, facts: 0, names: 0, oneWord: 0, needCompany: 0, shared: 0, right: 0, wrong: 0 };
    const made: Counts = { name, ...none };
    counts.set(name, made);
    return made;
  };
  const maker = new Map(entities.map(({ key, source }) => [key, source]));
  const listed = new Set(forms.map(({ entity, form }) => `${entity} ${form}`));
  // The name of an entity counts by itself where no row says otherwise.
  const own = entities.filter(({ key, name }) => !listed.has(`${key} ${name}`));
  const names = [
    ...own.map(({ key, name }) => ({ entity: key, form: name, use: 'name' as const })),
    ...forms.map(({ entity, form, use }) => ({ entity, form, use })),
  ];
  const bearers = new Map<string, Set<EntityKey>>();
  for (const { entity, form, use } of names) {
    if (use !== 'name') continue;
    const folded = foldText(form);
    bearers.set(folded, (bearers.get(folded) ?? new Set()).add(entity));
  }
  for (const { source } of entities) of(source).entities++;
  for (const { source } of facts) of(source).facts++;
  for (const { entity, form, use } of names) {
    const source = maker.get(entity);
    if (source === undefined) continue;
    const count = of(source);
    if (use === 'company' || use === 'near') count.needCompany++;
    if (use !== 'name') continue;
    const folded = foldText(form);
    count.names++;
    if (!folded.includes(' ')) count.oneWord++;
    if ((bearers.get(folded)?.size ?? 0) > 1) count.shared++;
  }
  for (const { entity, right } of cards) {
    const source = maker.get(entity);
    if (source !== undefined) of(source)[right ? 'right' : 'wrong']++;
  }
  return [...counts.values()].toSorted(
    (one, other) => other.entities - one.entities || (one.name < other.name ? -1 : 1),
  );
}
