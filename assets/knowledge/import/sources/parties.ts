import * as v from 'valibot';
import { foldText } from '../../../../lib/text';
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
      isRenamed: isRenamed(article?.title ?? null, value),
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

/** Words that half of all parties have, and by which a title is seen to be in English. */
const OF_ALL =
  /^(?:the|of|for|and|a|party|parties|partido|parti|partei|partij|movement|movimiento|alliance|alianza|union|front|national|democratic|citizens?|people|peoples)$/;
const ENGLISH = /\b(?:of|for|the|and|Party|Movement|Alliance|Union|Front|Citizens?|Power|Left)\b/;
const wordsOf = (name: string): string[] =>
  foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !OF_ALL.test(word));

/**
 * Articles were looked up long ago, and a party may have had another name then: where nothing of its title stands in any of
 * the names of today, those agree with one another, and it is no translation of them, the name of the list is the one to print.
 */
function isRenamed(
  title: string | null,
  { name, name_short: short, name_native: native }: v.InferOutput<typeof PARTY>,
): boolean {
  const bare = title?.replace(/ \(.*\)$|#.*$/, '') ?? '';
  if (bare === '' || !/ /.test(bare) || /^[\p{Lu}\p{N}–-]+$/u.test(bare)) return false;
  const own = wordsOf(name);
  const others = new Set(wordsOf(native));
  if (own.length === 0 || (native !== '' && /\p{Script=Latin}/u.test(native) && !own.some((word) => others.has(word))))
    return false;
  // "Alianza Patriótica" of an article "Patriotic Alliance", "Call for Tunisia" of one "Nidaa Tounes": translations.
  if (/ /.test(name) && (!ENGLISH.test(bare) || (native !== '' && foldText(name).includes(foldText(native)))))
    return false;
  const all = new Set([name, short, native].flatMap(wordsOf));
  return !wordsOf(bare).some((word) => all.has(word));
}
