import * as v from 'valibot';
import type { Kind } from '../../../../lib/facts';
import { articleTitle } from '../article-title';
import type { Desk } from '../desk';
import { fameOfViews } from '../fame';
import { type Imported, OPEN } from '../imported';
import { qid, text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'notable-things-2026.ndjson.gz';
const SCHEMA = v.object({ qid, enwiki: text, pageViews: v.number(), deck: text, year: v.number() });

const DECKS: readonly (readonly [RegExp, Kind, string])[] = [
  [/^people-nobel/, 'person', 'Nobel laureate'],
  [/^leaders-politicians/, 'person', 'politician'],
  [/^leaders-rulers/, 'person', 'ruler'],
  [/^people/, 'person', ''],
  [/^entertainment-(?:films)/, 'work', 'film'],
  [/^entertainment-music$/, 'work', 'album'],
  [/^entertainment-tv/, 'work', 'television series'],
  [/^entertainment-(?:books|graphic-novels)/, 'work', 'book'],
  [/^technology-video-games/, 'work', 'video game'],
  [/^art-(?:paintings|sculptures)|^entertainment-(?:musicals|plays)/, 'work', 'work of art'],
  [/^architecture|^sport-stadiums/, 'place', 'building'],
  [/^history-nations/, 'place', 'historical state'],
  [/^history-wars/, 'event', 'war'],
  [/^history-battles/, 'event', 'battle'],
  [/^history-(?:revolts)/, 'event', 'uprising'],
  [/^history-outbreaks/, 'event', 'outbreak'],
  [/^engineering-space/, 'event', 'space mission'],
  [/^engineering-weapons/, 'concept', 'weapon'],
  [/^engineering-aeroplanes/, 'concept', 'aircraft'],
  [/^engineering-military-vehicles/, 'concept', 'combat vehicle'],
  [/^engineering-cars/, 'concept', 'car'],
  [/^engineering-phones/, 'concept', 'mobile phone'],
  [/^technology-mobile-apps|^technology-computing-systems/, 'concept', 'software'],
  [/^technology-websites|^business-media/, 'media', 'media'],
  [/^business-companies/, 'company', 'brand or company'],
  [/^sport-teams/, 'team', 'team'],
];
/** Names of these are common words, or nobody in the news. */
const SKIPPED =
  /^(?:business-food-drink|entertainment-(?:characters|comics|songs|board-games|toys)|history-(?:writing|eras)|art-movements|technology-computing|engineering-(?:rail|home-tech|discoveries|imaging))/;

/** Notable things by how often their article is read: the measure of what is known today. */
export function* notableThings(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const title = articleTitle(`/wiki/${value.enwiki}`) ?? value.enwiki;
    const deck = DECKS.find(([shape]) => shape.test(value.deck));
    if (!deck && !SKIPPED.test(value.deck))
      desk.report(place, 'left-out', 'deck', `"${value.deck}" is no group that the importer knows`);
    const [, kind = null, what = ''] = deck ?? [];
    yield {
      ...OPEN,
      ...place,
      ...from('notable-2026'),
      qid: value.qid,
      title,
      kind,
      name: title.replace(/ \(.*\)$/, ''),
      what: what || null,
      fame: fameOfViews(value.pageViews),
    };
  }
}
