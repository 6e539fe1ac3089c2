import * as v from 'valibot';
import { articleTitle } from '../article-title';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'historic-events.ndjson.gz';
const SCHEMA = v.object({ event: text, date: text, label: text, article: text });
/** Older battles are in the pack where they are known. */
const SINCE = '1914';

/** Wars and battles with their day. */
export function* events(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const id = /Q[1-9]\d*$/.exec(value.event)?.[0];
    if (!id) {
      desk.report(place, 'left-out', 'event', `"${value.event}" holds no Wikidata id`);
      continue;
    }
    // A day of the calendar that midnight begins often stands for the year alone.
    const day = desk.date(place, 'date', value.date);
    const start = day?.endsWith('-01-01') ? day.slice(0, 4) : day;
    // A war has a first and a last day, and the file one.
    const isDated = start !== null && !/\b(?:war|wars|campaign|conflict|crisis|insurgency)\b/i.test(value.label);
    yield {
      ...OPEN,
      ...place,
      ...from('historic-events'),
      qid: id,
      title: articleTitle(value.article),
      kind: 'event',
      name: value.label,
      what: /\bwars?\b/i.test(value.label) ? 'war' : /battle|siege/i.test(value.label) ? 'battle' : 'military event',
      facts: !isDated ? [] : [{ property: 'took-place', start, end: start }],
      remark: start?.slice(0, 4) ?? null,
      fame: 4,
      wanted: start !== null && start >= SINCE,
    };
  }
}
