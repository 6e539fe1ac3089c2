import * as v from 'valibot';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { maybeQid, maybeText, text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'films-songs-2026.ndjson.gz';
const SCHEMA = v.object({ qid: maybeQid, title: maybeText, name: text, kind: text, year: v.optional(v.number()) });

/** Films that were shown in America, many of them made elsewhere. Songs stay out: their names are words, and their source has no licence. */
export function* films(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    if (value.kind === 'song') continue;
    if (value.kind !== 'film') {
      desk.report(place, 'left-out', 'kind', `"${value.kind}" is no kind that the importer knows`);
      continue;
    }
    if (value.title === null) continue;
    const released = desk.date(place, 'year', value.year);
    yield {
      ...OPEN,
      ...place,
      ...from('films-2023'),
      qid: value.qid,
      title: value.title,
      kind: 'work',
      name: value.name,
      what: 'film',
      facts: released === null ? [] : [{ property: 'event', words: 'Released', start: released, end: released }],
      remark: value.year ? String(value.year) : null,
      fame: 2,
    };
  }
}
