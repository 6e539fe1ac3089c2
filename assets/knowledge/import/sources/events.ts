import * as v from 'valibot';
import { articleTitle } from '../article-title';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { kindOfTitle } from '../kind-of-words';
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
    // The file has one day: of what took weeks the last one, and the first of a month or year where no more is known.
    const year = desk.date(place, 'date', value.date)?.slice(0, 4) ?? null;
    // Its own name knows better: "1971 Zenda riots".
    const named = new Set(`${value.label} ${articleTitle(value.article)}`.match(/\b\d{4}\b/g));
    const start =
      year === null || named.size === 0 || named.has(year) ? year : named.size === 1 ? ([...named][0] ?? null) : null;
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
      what: whatOf(value.label),
      facts: !isDated ? [] : [{ property: 'took-place', start, end: start }],
      remark: start === null ? null : String(Number(start)),
      fame: 4,
      wanted: start !== null && start >= SINCE,
    };
  }
}

const MILITARY =
  /\b(?:operation|offensive|raids?|bombings?|bombardment|skirmish|action|invasion|landings?|campaign|assault|capture|conquest|expedition|blockade|ambush|attacks?|airstrikes?|conflict|clash(?:es)?|incursion|evacuation|defen[cs]e|crossing|front|mutiny|insurgency|occupation|sack|fall|relief|air ?raid|engagement|encounter|military|naval|fighting|liberation)\b/i;

/** Coronations and conferences stand among the battles. */
function whatOf(label: string): string {
  if (/\bwars?\b/i.test(label)) return 'war';
  if (/\bsiege\b/i.test(label)) return 'siege';
  if (/\bbattles?\b/i.test(label)) return 'battle';
  if (/\b(?:revolt|insurrection|rebellion|uprising)s?\b/i.test(label)) return 'uprising';
  if (/\bcoup\b/i.test(label)) return 'coup';
  const is = kindOfTitle(label);
  if (is?.kind === 'event' && is.what !== 'war') return is.what;
  return MILITARY.test(label) ? 'military event' : 'event';
}
