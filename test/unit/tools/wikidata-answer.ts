/** What an answer of `action=wbgetentities` looks like, to the letter. Written down from real answers, which it takes as they are. */
import * as v from 'valibot';

const ItemId = v.pipe(v.string(), v.regex(/^Q[1-9]\d{0,9}$/));
const PropertyId = v.pipe(v.string(), v.regex(/^P[1-9]\d{0,9}$/));
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/));

const Time = v.strictObject({
  time: v.pipe(v.string(), v.regex(/^[+-]\d{4,}-\d\d-\d\dT00:00:00Z$/)),
  // Minutes; of old values, and of no use.
  timezone: v.number(),
  before: v.literal(0),
  after: v.literal(0),
  precision: v.picklist([7, 8, 9, 10, 11]),
  calendarmodel: v.picklist(['http://www.wikidata.org/entity/Q1985727', 'http://www.wikidata.org/entity/Q1985786']),
});

const DataValue = v.variant('type', [
  v.strictObject({
    type: v.literal('wikibase-entityid'),
    value: v.pipe(
      v.strictObject({ 'entity-type': v.literal('item'), 'numeric-id': v.number(), id: ItemId }),
      v.check((value) => value.id === `Q${value['numeric-id']}`, 'the two ids differ'),
    ),
  }),
  v.strictObject({ type: v.literal('time'), value: Time }),
  v.strictObject({
    type: v.literal('quantity'),
    value: v.strictObject({
      amount: v.pipe(v.string(), v.regex(/^[+-]\d+(\.\d+)?$/)),
      unit: v.union([v.literal('1'), v.pipe(v.string(), v.regex(/^http:\/\/www\.wikidata\.org\/entity\/Q\d+$/))]),
    }),
  }),
  v.strictObject({
    type: v.literal('globecoordinate'),
    value: v.strictObject({
      latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
      longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
      altitude: v.null(),
      precision: v.number(),
      globe: v.literal('http://www.wikidata.org/entity/Q2'),
    }),
  }),
  v.strictObject({
    type: v.literal('monolingualtext'),
    value: v.strictObject({ text: v.string(), language: v.string() }),
  }),
  v.strictObject({ type: v.literal('string'), value: v.string() }),
]);

/** Which type of value each datatype has. */
const VALUE_OF: Readonly<Record<string, string>> = {
  'wikibase-item': 'wikibase-entityid',
  time: 'time',
  quantity: 'quantity',
  'globe-coordinate': 'globecoordinate',
  monolingualtext: 'monolingualtext',
  string: 'string',
  url: 'string',
  'external-id': 'string',
  commonsMedia: 'string',
};

const Snak = v.pipe(
  v.strictObject({
    snaktype: v.picklist(['value', 'somevalue', 'novalue']),
    property: PropertyId,
    hash: Hash,
    datavalue: v.optional(DataValue),
    datatype: v.picklist(Object.keys(VALUE_OF)),
  }),
  v.check((snak) => (snak.datavalue !== undefined) === (snak.snaktype === 'value'), 'a value where there is none'),
  v.check(
    ({ datavalue, datatype }) => datavalue === undefined || datavalue.type === VALUE_OF[datatype],
    'a value of another type',
  ),
);
const Snaks = v.record(PropertyId, v.pipe(v.array(Snak), v.minLength(1)));

const Statement = v.pipe(
  v.strictObject({
    mainsnak: Snak,
    type: v.literal('statement'),
    qualifiers: v.optional(Snaks),
    'qualifiers-order': v.optional(v.array(PropertyId)),
    id: v.pipe(v.string(), v.regex(/^Q\d+\$[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)),
    rank: v.picklist(['preferred', 'normal', 'deprecated']),
    references: v.optional(v.array(v.strictObject({ hash: Hash, snaks: Snaks, 'snaks-order': v.array(PropertyId) }))),
  }),
  v.check(
    (one) => Object.keys(one.qualifiers ?? {}).join() === (one['qualifiers-order'] ?? []).join(),
    'qualifiers and their order differ',
  ),
);

const Term = v.strictObject({ language: v.string(), value: v.string(), 'for-language': v.optional(v.string()) });
const Language = v.pipe(v.string(), v.regex(/^[a-z]{2,}(-[a-z-]+)?$/));

const Item = v.strictObject({
  pageid: v.optional(v.number()),
  ns: v.optional(v.literal(0)),
  title: v.optional(ItemId),
  lastrevid: v.optional(v.number()),
  modified: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/))),
  redirects: v.optional(v.strictObject({ from: ItemId, to: ItemId })),
  type: v.literal('item'),
  id: ItemId,
  labels: v.optional(v.record(Language, Term)),
  descriptions: v.optional(v.record(Language, Term)),
  aliases: v.optional(v.record(Language, v.array(Term))),
  claims: v.optional(v.record(PropertyId, v.pipe(v.array(Statement), v.minLength(1)))),
  sitelinks: v.optional(
    v.record(
      v.string(),
      v.strictObject({ site: v.string(), title: v.string(), badges: v.array(v.string()), url: v.optional(v.string()) }),
    ),
  ),
});

const Property = v.strictObject({
  type: v.literal('property'),
  datatype: v.picklist(Object.keys(VALUE_OF)),
  id: PropertyId,
  labels: v.optional(v.record(Language, Term)),
});

const Missing = v.strictObject({ id: v.string(), missing: v.literal('') });

export const WikidataAnswer = v.strictObject({
  entities: v.record(v.string(), v.union([Missing, Item, Property])),
  success: v.literal(1),
});
