import * as v from 'valibot';
import { articleTitle } from '../article-title';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { maybeText, qid, text } from '../read-cells';
import { from } from '../source-list';

const IDS = 'parties-partyfacts.ndjson.gz';
const YEARS = 'parties-wikipedia.ndjson.gz';
const PARTY = v.object({
  country: text,
  partyfacts_id: text,
  wikidata_id: qid,
  name: text,
  name_short: v.string(),
  name_native: v.string(),
});
const ARTICLE = v.object({ partyfacts_id: text, url: text, year_founded: v.string(), year_dissolved: maybeText });

/** Political parties: one file has their ids, the other their articles and years. */
export function* parties(desk: Desk): Generator<Imported> {
  const articles = new Map<string, { title: string | null; founded: string | null; ended: string | null }>();
  for (const { place, value } of desk.rows(YEARS, ARTICLE)) {
    const { start, end } = desk.span(place, value.year_founded, value.year_dissolved);
    articles.set(value.partyfacts_id, { title: articleTitle(value.url), founded: start, ended: end });
  }
  for (const { place, value } of desk.rows(IDS, PARTY)) {
    const article = articles.get(value.partyfacts_id);
    yield {
      ...OPEN,
      ...place,
      ...from('parties-2026'),
      qid: value.wikidata_id,
      title: article?.title ?? null,
      kind: 'group',
      name: value.name,
      aliases: [value.name_short, value.name_native].filter((one) => one !== ''),
      country: value.country,
      what: 'political party',
      facts: [
        { property: 'founded', start: article?.founded ?? null },
        { property: 'ended', start: article?.ended ?? null },
      ],
      fame: article?.ended ? 6 : 14,
      wanted: true,
    };
  }
}
