import * as v from 'valibot';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { maybeDate, maybeText, qid, text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'football-clubs-2026.ndjson.gz';
const SCHEMA = v.object({ qid, name: text, country: maybeText, start: maybeDate, stadium: maybeText });
/** Teams of a club, not the club. */
const SECOND = /\b(?:U-?\d\d|II|III|B|C|Reserves?|Academy|Youth|Under-\d+|Amateure)$|\bwomen\b/i;

/** The first day of a year is how the file writes the year. */
const founded = (day: string | null): string | null => day?.replace(/-01-01$/, '') ?? null;

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
      facts: [{ property: 'founded', start: founded(desk.date(place, 'start', value.start)) }],
      fame: value.stadium ? 5 : 1,
    };
  }
}
