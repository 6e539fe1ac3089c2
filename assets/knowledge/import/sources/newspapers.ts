import * as v from 'valibot';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'us-newspapers.ndjson.gz';
const SCHEMA = v.object({ 'WP-title': text, state: text, qid: v.string(), path: v.string() });

/** Newspapers of the United States that have an article. */
export function* newspapers(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    if (value.qid === '' || value.path === '') continue;
    if (!/^Q[1-9]\d*$/.test(value.qid)) {
      desk.report(place, 'left-out', 'qid', `"${value.qid}" is no Wikidata id`);
      continue;
    }
    const title = value['WP-title'].replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    // "Aspen, Colorado" is the town, "Wikipedia:Verifiability" a page for writers.
    if (/, \p{Lu}[\p{L} ]+$/u.test(title) || /[:#]| \/ /.test(title)) continue;
    yield {
      ...OPEN,
      ...place,
      ...from('us-newspapers-2025'),
      qid: value.qid,
      title,
      kind: 'media',
      name: title.replace(/ \(.*\)$/, ''),
      country: 'United States',
      region: value.state,
      what: 'newspaper',
      fame: 5,
      wanted: true,
    };
  }
}
