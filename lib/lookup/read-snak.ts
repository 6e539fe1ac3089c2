/** Border: one snak of Wikibase's JSON as a value; null if invalid or of a type that is never shown. */
import * as v from 'valibot';
import { type PartialDate, writePartialDate } from '../time';
import { keyOf, type SnakValue } from './item';

const ItemId = v.pipe(v.string(), v.regex(/^Q[1-9]\d{0,8}$/));
const EARTH = /\/Q2$/;
const JULIAN = /\/Q1985786$/;
const TIME = /^([+-])(\d{4,16})-(\d\d)-(\d\d)T/;
/** Wikibase's precisions: 9 year, 10 month, 11 day; lower ones are decades and longer. */
const [YEAR, MONTH, DAY] = [9, 10, 11];

const Snak = v.object({
  snaktype: v.string(),
  datavalue: v.optional(v.object({ type: v.string(), value: v.unknown() })),
});
const Time = v.object({ time: v.string(), precision: v.number(), calendarmodel: v.optional(v.string()) });
const Entity = v.object({ id: ItemId });
const Amount = v.object({
  amount: v.pipe(v.string(), v.regex(/^[+-]?\d{1,15}(?:\.\d{1,20})?$/)),
  unit: v.literal('1'),
});
const Globe = v.object({
  latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  globe: v.pipe(v.string(), v.regex(EARTH)),
});

export function readSnak(json: unknown): SnakValue | null {
  if (!v.is(Snak, json)) return null;
  if (json.snaktype === 'somevalue') return { type: 'unknown' };
  if (json.snaktype === 'novalue') return { type: 'none' };
  const { type, value } = json.datavalue ?? {};
  if (type === 'wikibase-entityid' && v.is(Entity, value)) return { type: 'item', key: keyOf(value.id) };
  if (type === 'time') {
    return v.is(Time, value) ? { type: 'time', date: dateOf(value) } : null;
  }
  if (type === 'quantity' && v.is(Amount, value) && value.unit === '1')
    return { type: 'amount', amount: Number(value.amount) };
  if (type === 'globecoordinate' && v.is(Globe, value)) {
    return { type: 'coordinates', at: { latitude: rounded(value.latitude), longitude: rounded(value.longitude) } };
  }
  return null;
}

/** Ten metres: further digits come from conversion. */
const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

function dateOf({ time, precision, calendarmodel = '' }: v.InferInput<typeof Time>): PartialDate | null {
  const match = TIME.exec(time);
  if (!match || precision < YEAR || precision > DAY + 3) return null;
  // Wikidata has no year 0: its -44 is 44 BC, astronomically -43.
  const year = match[1] === '-' ? 1 - Number(match[2]) : Number(match[2]);
  // Julian days differ from ours; the year is nearly always the same.
  const isExact = !JULIAN.test(calendarmodel);
  const month = isExact && precision >= MONTH ? Number(match[3]) : 0;
  const day = precision >= DAY ? Number(match[4]) : 0;
  const parts = { about: false, year, month: month || null, day: (month && day) || null };
  return writePartialDate(parts) ?? writePartialDate({ ...parts, month: null, day: null });
}
