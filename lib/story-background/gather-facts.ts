/**
 * The dated facts about a story's entities, without duplicates, and those of events that several of them took part in.
 */
import { type EntityKey, type Fact, type Kind, lineOf, type PropertyName, tiedTo, wordingOf } from '../facts';
import { type NamedInWords, nameFinder } from './named-in-words';
import { type ToldFact, tellsPoint } from './told-fact';
import type { KnownEntity, Named, Part, StoryOccasion } from './types';

/** Kinds that happen, or are made, on a day: others take part in them. */
const HAPPENS: ReadonlySet<Kind> = new Set(['event', 'deal', 'law', 'policy']);
/**
 * Kinds considered even if the story does not name them: a country's law has little to do with every story about that
 * country.
 */
const HAPPENS_UNNAMED: ReadonlySet<Kind> = new Set(['event', 'deal']);
/** Says nothing about what led to a story. */
const LEFT_OUT: ReadonlySet<PropertyName> = new Set(['born']);
/** Events considered beyond those the story names. */
const MOST_HAPPENINGS = 24;

/**
 * Events that the story does not name but in which at least two of its entities took part; those with most come first.
 */
export function happeningsAround(entities: readonly KnownEntity[], headOf: StoryOccasion['headOf']): EntityKey[] {
  const here = new Set(entities.map(({ entity }) => entity));
  const parts = new Map<EntityKey, Set<EntityKey>>();
  const weights = new Map(entities.map(({ entity, salience }) => [entity, salience]));
  for (const { entity, dossier } of entities) {
    for (const fact of dossier.facts) {
      const other = tiedTo(fact);
      if (other === null || here.has(other)) continue;
      parts.set(other, (parts.get(other) ?? new Set()).add(entity));
    }
  }
  const weightOf = (those: ReadonlySet<EntityKey>) =>
    [...those].reduce((sum, entity) => sum + (weights.get(entity) ?? 0), 0);
  return [...parts]
    .filter(([key, those]) => those.size > 1 && HAPPENS_UNNAMED.has(headOf(key)?.kind ?? 'concept'))
    .map(([key, those]) => ({ key, weight: weightOf(those) }))
    .sort((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1))
    .slice(0, MOST_HAPPENINGS)
    .map(({ key }) => key);
}

/** `happenings`: from `happeningsAround`. */
export function gatherFacts(
  entities: readonly KnownEntity[],
  happenings: readonly KnownEntity[],
  { headOf }: StoryOccasion,
): ToldFact[] {
  const here = new Map(entities.map((each) => [each.entity, each]));
  const namedIn = nameFinder(entities);
  const ofStory = entities.flatMap((each) => factsOf(each, here, namedIn, headOf));
  const ofOthers = happenings
    .flatMap((each) => factsOf(each, here, namedIn, headOf))
    .filter(({ touches, telling }) => telling === 'line' && touches.size > 1);
  return eachOnce([...ofStory, ...ofOthers]);
}

function factsOf(
  { entity, dossier }: KnownEntity,
  here: ReadonlyMap<EntityKey, KnownEntity>,
  namedIn: NamedInWords,
  headOf: StoryOccasion['headOf'],
): ToldFact[] {
  const about: Named = { entity, name: dossier.entity.name, kind: dossier.entity.kind };
  const nameOf = (key: EntityKey) => headOf(key)?.name ?? null;
  const parts = HAPPENS.has(about.kind) ? partsOf(dossier.facts, here, nameOf) : [];
  return dossier.facts.flatMap((fact): ToldFact[] => {
    const { property, value, start, end, source, words } = fact;
    if ((start === null && end === null) || LEFT_OUT.has(property)) return [];
    const line = lineOf(fact);
    const other = value?.type === 'entity' ? value.key : null;
    const tied = tiedTo(fact);
    const telling = line !== null ? 'line' : 'tie';
    if (line === 'figure' || (telling === 'tie' && (tied === null || !here.has(tied)))) return [];
    const wording = wordingOf(fact, nameOf);
    if (wording === null) return [];
    const touches = new Set(words === null ? [] : namedIn(words));
    for (const key of [entity, other, value?.type === 'entity' ? value.via : null])
      if (key !== null && here.has(key)) touches.add(key);
    // A line on an event's own card concerns everyone who took part.
    const own = telling === 'line' && isItsHappening(fact) ? parts : [];
    for (const part of own) touches.add(part.entity);
    return [
      { telling, about, wording, other, parts: own, start, end, source, fact, isPoint: tellsPoint(fact), touches },
    ];
  });
}

/** That it happened, as opposed to later consequences. */
const ITS_DAY: ReadonlySet<PropertyName> = new Set([
  'took-place', 'signed', 'under-way', 'adopted', 'agreed', 'announced', 'in-force', 'held-in', 'signed-in', 'signed-into-law',
]); // biome-ignore format: one list

const isItsHappening = ({ property }: Fact): boolean => ITS_DAY.has(property);

/** For an event or a deal: which entities of the story took part. */
function partsOf(
  facts: readonly Fact[],
  here: ReadonlyMap<EntityKey, KnownEntity>,
  nameOf: (key: EntityKey) => string | null,
): Part[] {
  const parts = new Map<EntityKey, Part>();
  for (const fact of facts) {
    const key = tiedTo(fact);
    const known = key === null ? undefined : here.get(key);
    const wording = wordingOf(fact, nameOf);
    if (!known || wording === null || parts.has(known.entity)) continue;
    const { name, kind } = known.dossier.entity;
    parts.set(known.entity, { entity: known.entity, name, kind, wording });
  }
  const salience = (part: Part) => here.get(part.entity)?.salience ?? 0;
  return [...parts.values()].sort((one, other) => salience(other) - salience(one));
}

/** A fact appears on both of its sides: a line wins over a tie, the subject over the value. */
function eachOnce(facts: readonly ToldFact[]): ToldFact[] {
  const kept = new Map<string, ToldFact>();
  for (const told of facts) {
    const { property, side, value, words, start, end } = told.fact;
    const other = value?.type === 'entity' ? value.key : null;
    const [subject, object] =
      side === 'own' || other === null ? [told.about.entity, other] : [other, told.about.entity];
    // A tie has different words on its other side.
    const said = value?.type === 'entity' ? null : words;
    const key = JSON.stringify([property, subject, object, said, start, end]);
    const known = kept.get(key);
    if (!known || rank(told) < rank(known)) kept.set(key, told);
  }
  return [...kept.values()];
}

const rank = ({ telling, fact }: ToldFact): number => Number(telling === 'tie') * 2 + Number(fact.side === 'told');
