/** How the entities of a story are tied to one another on its day: directly, or through one other entity. */
import { type EntityKey, isPlacing, tiedTo, wordingOf } from '../facts';
import { against, type Day, isBefore } from '../time';
import type { KnownEntity, Named, StoryOccasion, StoryTies, TieEdge, TieFact } from './types';

/** A picture with more names would be a tangle. */
const MOST_NAMES = 14;
/** Connecting entities. */
const MOST_BETWEEN = 4;
/** Something that very many are tied to connects no one. */
const MOST_FACTS_BETWEEN = 60;

export function tiesOf(entities: readonly KnownEntity[], day: Day, { headOf }: StoryOccasion): StoryTies {
  const nameOf = (key: EntityKey) => headOf(key)?.name ?? null;
  const rank = new Map(entities.map(({ entity }, at) => [entity, at]));
  const edges = new Map<string, { ends: readonly [EntityKey, EntityKey]; facts: TieFact[] }>();
  const around = new Map<EntityKey, Set<EntityKey>>();
  const between = new Map<string, TieFact[]>();
  for (const { entity, dossier } of entities) {
    for (const fact of dossier.facts) {
      const other = tiedTo(fact);
      const wording = wordingOf(fact, nameOf);
      if (other === null || other === entity || wording === null) continue;
      if (fact.start !== null && against(fact.start, day) === 'after') continue;
      // Where an office belongs says nothing about who holds it.
      if (isPlacing(fact.property) && fact.value?.type === 'entity' && fact.value.via === null && !rank.has(other))
        continue;
      const end = fact.end !== null && against(fact.end, day) === 'after' ? null : fact.end;
      const unconfirmed = fact.end === null && isBefore(fact.source.asOf, day);
      const { start, source } = fact;
      const tie: TieFact = { from: entity, to: other, wording, start, end, unconfirmed, source };
      if (rank.has(other)) {
        const ends = inOrder(entity, other, rank);
        const edge = edges.get(ends.join(' ')) ?? { ends, facts: [] };
        edges.set(ends.join(' '), edge);
        edge.facts.push(tie);
      } else {
        around.set(other, (around.get(other) ?? new Set()).add(entity));
        const pair = `${entity} ${other}`;
        between.set(pair, [...(between.get(pair) ?? []), tie]);
      }
    }
  }
  const straight = [...edges.values()].map(({ ends, facts }): TieEdge => ({ ends, facts: fromOneSide(facts) }));
  const shown = namesOf(straight, around, entities);
  const kept = straight.filter(({ ends }) => ends.every((key) => shown.has(key)));
  const joints = jointsOf(around, kept, entities, shown, headOf);
  const all = [
    ...kept,
    ...joints.flatMap(({ by, ends }) =>
      ends.map((end): TieEdge => ({ ends: [end, by.entity], facts: between.get(`${end} ${by.entity}`) ?? [] })),
    ),
  ];
  const tied = new Set(all.flatMap(({ ends }) => ends));
  const here = entities
    .filter(({ entity }) => tied.has(entity))
    .map(({ entity, dossier: { entity: known } }) => ({ entity, name: known.name, kind: known.kind, here: true }));
  return { nodes: [...here, ...joints.map(({ by }) => ({ ...by, here: false }))], edges: all };
}

/** Both sides tell the same facts: keeps those of the more salient end. */
function fromOneSide(facts: readonly TieFact[]): TieFact[] {
  const [first] = facts;
  return facts.filter(({ from }) => from === first?.from);
}

function inOrder(one: EntityKey, other: EntityKey, rank: ReadonlyMap<EntityKey, number>): [EntityKey, EntityKey] {
  return (rank.get(one) ?? 0) <= (rank.get(other) ?? 0) ? [one, other] : [other, one];
}

/** The entities to show: the most salient ones with a direct tie to another, then those tied through one in between. */
function namesOf(
  edges: readonly TieEdge[],
  around: ReadonlyMap<EntityKey, ReadonlySet<EntityKey>>,
  entities: readonly KnownEntity[],
): ReadonlySet<EntityKey> {
  const tied = new Set(edges.flatMap(({ ends }) => ends));
  const joined = new Set([...around.values()].flatMap((those) => (those.size > 1 ? [...those] : [])));
  const inTurn = (keys: ReadonlySet<EntityKey>) => entities.flatMap(({ entity }) => (keys.has(entity) ? [entity] : []));
  return new Set([...new Set([...inTurn(tied), ...inTurn(joined)])].slice(0, MOST_NAMES));
}

interface Joint {
  readonly by: Named;
  readonly ends: readonly EntityKey[];
}

/** Entities not in the story that connect two of its entities without a direct tie. */
function jointsOf(
  around: ReadonlyMap<EntityKey, ReadonlySet<EntityKey>>,
  edges: readonly TieEdge[],
  entities: readonly KnownEntity[],
  shown: ReadonlySet<EntityKey>,
  headOf: StoryOccasion['headOf'],
): Joint[] {
  const tied = new Set(edges.map(({ ends }) => ends.join(' ')));
  const weight = new Map(
    entities.map(({ entity, salience, dossier }) => [entity, dossier.facts.length > MOST_FACTS_BETWEEN ? 0 : salience]),
  );
  const rank = new Map(entities.map(({ entity }, at) => [entity, at]));
  const joints = [...around].flatMap(([key, those]) => {
    const ends = [...those].filter((end) => (weight.get(end) ?? 0) > 0 && shown.has(end));
    const by = headOf(key);
    const joinsNew = ends.some((one, at) =>
      ends.slice(at + 1).some((other) => !tied.has(inOrder(one, other, rank).join(' '))),
    );
    if (by === null || !joinsNew) return [];
    return [{ by, ends, weight: ends.reduce((sum, end) => sum + (weight.get(end) ?? 0), 0) }];
  });
  return joints
    .sort((one, other) => other.weight - one.weight || (one.by.entity < other.by.entity ? -1 : 1))
    .slice(0, MOST_BETWEEN);
}
