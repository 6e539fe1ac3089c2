import * as v from 'valibot';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'us-newspapers.ndjson.gz';
const SCHEMA = v.object({ 'WP-title': text, state: text, qid: v.string(), path: v.string() });

/** Files that have towns and schools, whose articles some titles of papers lead to: the id there is that of the town. */
const TOWNS = 'places-wikidata-2022.ndjson.gz';
const SCHOOLS = 'ror-orgs.ndjson.gz';
const TOWN = v.object({ id: v.string() });
const SCHOOL = v.object({ q: v.array(v.string()) });

/** Newspapers of the United States that have an article. */
export function* newspapers(desk: Desk): Generator<Imported> {
  const ofOthers = new Set<string>();
  for (const { value } of desk.rows(TOWNS, TOWN)) ofOthers.add(value.id);
  for (const { value } of desk.rows(SCHOOLS, SCHOOL)) for (const qid of value.q) ofOthers.add(qid);
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    if (value.qid === '' || value.path === '' || ofOthers.has(value.qid)) continue;
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
