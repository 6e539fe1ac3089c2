/**
 * What all packs together say about an entity, by a current or a former key. The first pack that knows it names it;
 * others add facts, except where there can be only one and the first has it. Between two versions of one fact the later
 * wins. A key that was split has no dossier: it is unclear whom it means.
 */
import {
  type Dossier,
  type EntityKey,
  type Fact,
  type PropertyName,
  propertyOf,
  type Value,
  withoutOutdated,
} from '../facts';
import { type EntityHead, openIdentities, type Pack } from '../pack';

export async function readDossier(packs: readonly Pack[], key: EntityKey): Promise<Dossier | null> {
  const rows = rowsOf(packs, key);
  const cards = await Promise.all(rows.map(({ pack, row }) => pack.card(row)));
  const [first] = cards;
  if (!first) return null;
  const today = (other: EntityKey): EntityKey => openIdentities(packs).current(other) ?? other;
  const ofToday = (value: Value): Value =>
    value?.type === 'entity'
      ? { ...value, key: today(value.key), via: value.via === null ? null : today(value.via) }
      : value;
  const said = distinct(
    withoutContradictions(cards.map(({ facts }, at) => ({ facts, pack: rows[at]!.pack }))).map((fact) => ({
      ...fact,
      value: ofToday(fact.value),
    })),
    factIdentity,
  );
  return {
    entity: {
      ...first.entity,
      key: today(first.entity.key),
      wikipedia: cards.map(({ entity }) => entity.wikipedia).find(Boolean) ?? null,
      wikidata: cards.map(({ entity }) => entity.wikidata).find(Boolean) ?? null,
    },
    facts: cards.length === 1 ? said : withoutOutdated(said),
    background: cards.find((card) => card.background)?.background ?? null,
  };
}

export function entityIn(packs: readonly Pack[], key: EntityKey): EntityHead | null {
  const [first] = rowsOf(packs, key);
  if (!first) return null;
  const head = first.pack.entity(first.row);
  return { ...head, key: openIdentities(packs).current(head.key) ?? head.key };
}

/** A place is a country if its qualifier says so. */
export async function isCountryIn(packs: readonly Pack[], key: EntityKey): Promise<boolean> {
  const [first] = rowsOf(packs, key);
  if (first?.pack.entity(first.row).kind !== 'place') return false;
  return (await first.pack.qualifier(first.row)) === COUNTRY;
}

const COUNTRY = 'Country';

export const nameIn = (packs: readonly Pack[], key: EntityKey): string | null => entityIn(packs, key)?.name ?? null;

function rowsOf(packs: readonly Pack[], key: EntityKey) {
  const { current, rows } = openIdentities(packs);
  const today = current(key);
  return today === null ? [] : rows(today).map(({ pack, row }) => ({ pack: packs[pack]!, row }));
}

/** If two packs give different birthdays, the first pack's counts. Everything within one pack is kept. */
function withoutContradictions(cards: readonly { readonly facts: readonly Fact[]; readonly pack: Pack }[]): Fact[] {
  const saidBy = new Map<PropertyName, Pack>();
  return cards.flatMap(({ facts, pack }) =>
    facts.filter(({ property, side }) => {
      if (side !== 'own' || propertyOf(property).once !== true) return true;
      if (!saidBy.has(property)) saidBy.set(property, pack);
      return saidBy.get(property) === pack;
    }),
  );
}

const factIdentity = ({ property, side, value, words, start, end }: Fact) =>
  JSON.stringify([property, side, value, words, start, end]);

function distinct<T>(items: readonly T[], identity: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [identity(item), item])).values()];
}
