import { createHash } from 'node:crypto';
import { type PropertyName, WIKIDATA_PROPERTIES } from './properties';
import { NO_VALUE, type Plain, UNKNOWN } from './record';
import type { DataValue, Snak, TimeValue } from './wikidata-shapes';

const GREGORIAN = 'http://www.wikidata.org/entity/Q1985727';
const JULIAN = 'http://www.wikidata.org/entity/Q1985786';
const DAY = 11;
const MONTH = 10;
const YEAR = 9;
const DECADE = 8;
const CENTURY = 7;

/** `idOf` turns a handle into an id. */
export function makeSnak(property: PropertyName, plain: Plain, idOf: (handle: string) => string): Snak {
  const [id, datatype] = WIKIDATA_PROPERTIES[property];
  const datavalue = typeof plain === 'string' ? datavalueOf(datatype, plain, idOf) : null;
  const snaktype = plain === NO_VALUE ? 'novalue' : plain === UNKNOWN ? 'somevalue' : 'value';
  const hash = createHash('sha1')
    .update(JSON.stringify([id, snaktype, datavalue]))
    .digest('hex');
  return { snaktype, property: id, hash, ...(datavalue && { datavalue }), datatype };
}

function datavalueOf(datatype: string, plain: string, idOf: (handle: string) => string): DataValue {
  switch (datatype) {
    case 'wikibase-item': {
      const id = idOf(plain);
      return { value: { 'entity-type': 'item', 'numeric-id': Number(id.slice(1)), id }, type: 'wikibase-entityid' };
    }
    case 'time':
      return { value: timeOf(plain), type: 'time' };
    case 'quantity':
      return { value: { amount: `+${plain}`, unit: '1' }, type: 'quantity' };
    case 'globe-coordinate': {
      const [latitude = Number.NaN, longitude = Number.NaN] = plain.split(', ').map(Number);
      const globe = 'http://www.wikidata.org/entity/Q2';
      return { value: { latitude, longitude, altitude: null, precision: 0.01, globe }, type: 'globecoordinate' };
    }
    case 'monolingualtext': {
      const [, language = '', text = ''] = /^([a-z-]+): (.*)$/.exec(plain) ?? [];
      return { value: { text, language }, type: 'monolingualtext' };
    }
    default:
      return { value: plain, type: 'string' };
  }
}

/** What is not known of a date is zero in Wikidata, for years and months; a decade and a century are told by a year in them. */
function timeOf(plain: string): TimeValue {
  const julian = plain.startsWith('julian ');
  const said = plain.replace('julian ', '');
  const [, year = '', month = '00', day = '00'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(said) ?? [];
  const [date, precision] = /^\d{4}s$/.test(said)
    ? [`${said.slice(0, 4)}-00-00`, DECADE]
    : /^\d+th$/.test(said)
      ? [`${Number.parseInt(said, 10)}00-00-00`, CENTURY]
      : [`${year}-${month}-${day}`, day !== '00' ? DAY : month !== '00' ? MONTH : YEAR];
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`no date: ${plain}`);
  const calendarmodel = julian ? JULIAN : GREGORIAN;
  return { time: `+${date}T00:00:00Z`, timezone: 0, before: 0, after: 0, precision, calendarmodel };
}
