import * as v from 'valibot';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { maybeDate, maybeText, qid, text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'football-clubs-2026.ndjson.gz';
const SCHEMA = v.object({ qid, name: text, country: maybeText, start: maybeDate, stadium: maybeText });
/** Teams of a club, not the club. */
const SECOND = /\b(?:U-?\d\d|II|III|B|C|Reserves?|Academy|Youth|Under-\d+|Amateure)$|\bwomen\b/i;

/** Football clubs. Most are obscure: which of them is known other files say. */
export function* clubs(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    if (SECOND.test(value.name)) continue;
    yield {
      ...OPEN,
      ...place,
      ...from('clubs-2026'),
      qid: value.qid,
      kind: 'team',
      name: value.name,
      country: value.country,
      what: 'football club',
      facts: [{ property: 'founded', start: desk.date(place, 'start', value.start) }],
      fame: value.stadium ? 5 : 1,
    };
  }
}
