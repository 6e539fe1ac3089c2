/** An item as rows of a pack. */
import type { EntityKey, Kind, Source } from '../facts';
import { encyclopedias } from '../language';
import type { EntityRow } from '../pack';
import { type Day, earliest } from '../time';
import { kindOf, kindOfWords, unknownClasses } from './class-kinds';
import { fieldsOf } from './fields';
import { formsOf } from './forms-of';
import { type Item, itemsOf, type Label, wikidataIdOf } from './item';
import { dateOf, type FactGround, factsOf, homeOf } from './item-facts';
import type { KnownHead, LookedUpItem } from './types';

/** Rarely in the news: others with that name are meant more often. */
const PROMINENCE = 2;

export interface RowGround {
  readonly labels: ReadonlyMap<EntityKey, Label>;
  readonly knows: (key: EntityKey) => KnownHead | null;
  /** The day it was fetched. */
  readonly today: Day;
}

/** Null if its kind cannot be determined. */
export function toRows(item: Item, ground: RowGround): LookedUpItem | null {
  const { labels, knows, today } = ground;
  const known = knows(item.key);
  const kind = known?.kind ?? kindOf(item, labels);
  if (kind === null || item.label === '') return null;
  const named = new Map<EntityKey, EntityRow>();
  const nameOf = (key: EntityKey): string | null => knows(key)?.name ?? labels.get(key)?.label ?? null;
  const facts = factsOf({
    item,
    kind,
    source: sourceOf(item.key, today),
    nameOf,
    named: (key, asked) => {
      const held = knows(key);
      // Facts about offices need one; a pack may have it as another kind.
      if (held) return asked === 'office' && held.kind !== 'office' ? null : key;
      const label = labels.get(key);
      const is = label && (asked === null || asked === 'group' ? (kindOfValue(label) ?? asked) : asked);
      if (!label || !is) return null;
      const row = { ...rowOf(key, is, label.label, '', label.description, sourceOf(key, today)), inPassing: true };
      named.set(key, named.get(key) ?? row);
      return key;
    },
  });
  const entity: EntityRow = {
    ...rowOf(item.key, kind, item.label, qualifierOf(item, kind, nameOf), item.description, sourceOf(item.key, today)),
    formerly: item.former === null ? [] : [item.former],
    wikipedia: item.article,
  };
  const others = [...named.values()];
  return { entity, forms: formsOf(item, kind), facts, named: others };
}

/** What must be requested before its rows can be made, most telling first. */
export function valuesOf(item: Item, ground: Pick<RowGround, 'knows' | 'today'>): readonly EntityKey[] {
  const wanted = new Set<EntityKey>(unknownClasses(item));
  const want = (key: EntityKey): EntityKey => {
    if (ground.knows(key) === null) wanted.add(key);
    return key;
  };
  const asked: FactGround = {
    item,
    kind: ground.knows(item.key)?.kind ?? kindOf(item, new Map()) ?? 'group',
    source: sourceOf(item.key, ground.today),
    named: want,
    nameOf: want,
  };
  const home = homeOf(item, asked.kind);
  if (home !== null) want(home);
  factsOf(asked);
  for (const trade of itemsOf(item, 'P106').slice(0, 2)) want(trade);
  return [...wanted];
}

/** For an owner or participant: a person if the description gives a trade, a thing if it gives a thing. */
const kindOfValue = ({ description }: Label): Kind | null =>
  kindOfWords(description) ?? (fieldsOf(description).size > 0 ? 'person' : null);

function rowOf(key: EntityKey, kind: Kind, name: string, qualifier: string, gloss: string, source: Source): EntityRow {
  return {
    key,
    formerly: [],
    kind,
    name,
    qualifier,
    gloss: timeless(gloss),
    wikipedia: null,
    wikidata: wikidataIdOf(key),
    prominence: PROMINENCE,
    nouns: [],
    source,
  };
}

/** In whatever language it came. */
function timeless(description: string): string {
  const told = encyclopedias.reduce((gloss, { timeless }) => timeless(gloss), description);
  return told.charAt(0).toUpperCase() + told.slice(1);
}

function qualifierOf(item: Item, kind: Kind, nameOf: (key: EntityKey) => string | null): string {
  if (kind === 'place' && itemsOf(item, 'P31').some((key) => COUNTRIES.has(key))) return 'Country';
  if (kind === 'event') {
    const date = dateOf(item, 'P585') ?? dateOf(item, 'P580');
    return date === null ? '' : String(Number(earliest(date).replace(/-\d\d-\d\d$/, '')));
  }
  const home = homeOf(item, kind);
  return home === null ? '' : (nameOf(home) ?? '');
}

const COUNTRIES: ReadonlySet<EntityKey> = new Set(['q6256', 'q3624078']);

const sourceOf = (key: EntityKey, today: Day): Source => ({
  name: 'Wikidata',
  url: `https://www.wikidata.org/wiki/${wikidataIdOf(key)}`,
  licence: 'CC0',
  asOf: today,
});
