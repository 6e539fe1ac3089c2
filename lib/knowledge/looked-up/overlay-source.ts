/**
 * What was looked up, as rows of a pack. Every entity a fact names must be in the pack, so entities of other packs are
 * added with name and kind only; their key makes them one. Pure.
 */
import type { EntityKey } from '../../facts';
import type { LookedUpItem } from '../../lookup';
import type { EntityHead, EntityRow, FactRow, FormRow, PackSource } from '../../pack';
import { sourceProblems } from '../../pack';
import type { Day } from '../../time';

export interface OverlayItem {
  readonly item: LookedUpItem;
  /** May names in stories open it? */
  readonly sure: boolean;
}

export interface OverlayGround {
  readonly name: string;
  readonly edition: Day;
  /** What the other packs know under that key; null: nothing. */
  readonly headOf: (key: EntityKey) => (EntityHead & { readonly qualifier?: string }) | null;
}

export function overlaySource(given: readonly OverlayItem[], { name, edition, headOf }: OverlayGround): PackSource {
  const entities = new Map<EntityKey, EntityRow>();
  const facts: FactRow[] = [];
  const forms: FormRow[] = [];
  // An item looked up itself has more than when another item mentions it.
  for (const { item } of given) for (const one of item.named) entities.set(one.key, one);
  for (const { item, sure } of given) {
    // A name the packs know already has its forms, each with conditions: more of them would only mislead.
    const opens = sure && headOf(item.entity.key) === null;
    entities.set(item.entity.key, opens ? item.entity : { ...item.entity, nouns: [], inPassing: true });
    if (opens) forms.push(...item.forms);
  }
  for (const { item } of given) {
    for (const fact of item.facts) {
      if (typeof fact.value === 'string' && !entities.has(fact.value)) {
        const head = headOf(fact.value);
        if (head === null) continue;
        entities.set(fact.value, rowOf(head, fact));
      }
      facts.push(fact);
    }
  }
  return withoutProblems({ name, edition, entities: [...entities.values()], forms, facts, backgrounds: [] });
}

/** An entity of another pack, reduced to what a fact needs. */
const rowOf = (head: EntityHead, { value, source }: FactRow): EntityRow => ({
  key: value as EntityKey,
  formerly: [],
  kind: head.kind,
  name: head.name,
  qualifier: '',
  gloss: head.gloss,
  wikipedia: null,
  wikidata: String(value).toUpperCase(),
  prominence: 0,
  nouns: [],
  source,
  inPassing: true,
});

/**
 * What strangers wrote may contradict itself. A row that packs refuse is dropped, along with the rows that depend on
 * it.
 */
function withoutProblems(source: PackSource): PackSource {
  const bad = new Set(sourceProblems(source).map(({ row }) => row));
  if (bad.size === 0) return source;
  const entities = source.entities.filter((row) => !bad.has(row));
  const left = new Set(entities.map(({ key }) => key));
  const stands = (row: FormRow | FactRow): boolean => !bad.has(row) && left.has(row.entity);
  const kept: PackSource = {
    ...source,
    entities,
    forms: source.forms.filter(stands),
    facts: source.facts.filter((fact) => stands(fact) && (typeof fact.value !== 'string' || left.has(fact.value))),
  };
  const fewer = kept.entities.length + kept.forms.length + kept.facts.length;
  const more = source.entities.length + source.forms.length + source.facts.length;
  // Problems of the pack as a whole are left for the writer to report.
  return fewer < more ? withoutProblems(kept) : kept;
}
