/** What a person is, out of what several files say: the surest word that the others do not speak against. */
import type { Imported } from './imported';
import { kindOfDescription } from './kind-of-words';
import { isHighPost } from './rank-of-post';

/** What a list of offices calls whoever stands in it: a singer who was an ambassador is a singer. */
const BY_OFFICE = new Set(['politician', 'diplomat', 'official']);
/** Files that say what somebody is known for. */
const CALLED = new Set(['fb15k', 'pantheon-2025', 'world-cup-2026', 'nba-2026', 'tennis-2024']);
/** Files that keep one of somebody's many trades, as it came: who taught once is a teacher there. */
const DEATHS = 'wikidata-deaths-2026';
const ONE_OF_MANY = new Set(['wikidata-rows-2026', DEATHS, 'notable-2026']);

/** Which trades belong to a group of the vital people. Who stands among the writers is no philosopher first. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  'writer or journalist':
    /writ|author|novel|poet|playw|journal|dramat|essay|transl|critic|storyt|column|biograph|editor|Nobel/i,
  'scientist, inventor or mathematician':
    /scien|physic|chem|biolog|mathem|engin|inven|astro|geol|botan|zool|natural|medic|doctor|surg|psych|comput|statis|explor|archaeo|paleo|geogr|Nobel|ecol|pharm|nurse|dentist|program|pilot|aviat|meteor|genetic|immun|virol|neuro|entom|ornith|gynec/i,
  sportsperson:
    /player|sport|athl|box|driv|cycl|swim|run|coach|manag|football|golf|wrest|skat|ski|jump|gymn|crick|fenc|rac|sprint|jock|chess|row|sail|martial|judo|surf|climb|mountain|archer|shoot|rider|bodyb|lug/i,
  'religious figure':
    /relig|pope|bishop|cardin|saint|theol|priest|monk|rabbi|imam|mystic|mission|proph|nun|preach|abbot|pastor|evang|guru|lama|vicar|parson/i,
  'known in politics or government':
    /polit|ruler|monarch|king|queen|emper|statesp|diplom|revolu|president|minister|noble|aristo|governor|activ|pharaoh|general|offic/i,
  'known in the arts':
    /music|compos|paint|sing|artist|sculp|archit|rap|guitar|drum|pian|conduct|violin|cell|saxo|trump|bass|photog|design|song|record|jockey|danc|choreo|cartoon|comic|illus|lyric|organ|clarin/i,
  'known in film, television or theatre':
    /act|direc|produc|comed|present|host|film|screen|anim|model|magic|entert|danc|choreo|person|cinem|editor|wrest|sing|tube|broadc|playw|cabaret/i,
  'known in war, revolt or protest':
    /milit|gener|admir|offic|sold|revol|activ|ruler|polit|pilot|suffr|aboli|command|spy|rebel|femin|resist|statesp|monarch|explor|pirat/i,
  'known in philosophy or scholarship':
    /philos|histor|econom|sociol|anthro|psych|lingu|jurist|theol|archaeo|geogr|schol|critic|educ|academ|logic|essay|Nobel|orient|scien|mathem/i,
};

/** "Politician or leader", or one of a dozen groups that a person was put into: what somebody is known for others say better. */
const isRough = (source: string): boolean =>
  source === 'vital-2025' || source === 'news-sites-2023' || source === 'wikidata-rows-2026';

/** "Ardashir I", "Eric XIV of Zenda": nobody else has a number. */
const RULING = / [IVX]+(?:,? of \p{Lu}.*)?$/u;

export function tradeOf(rows: readonly Imported[], title: string | null): string | null {
  const vital = rows.find(({ source }) => source === 'vital-2025');
  const field = FIELDS[vital?.what ?? vital?.remark ?? ''];
  const told = rows.filter(
    ({ what, source }) => what !== null && !(field && ONE_OF_MANY.has(source) && !field.test(what)),
  );
  const sure = told
    .filter(({ source }) => !isRough(source))
    .toSorted((one, other) => Number(one.source === DEATHS) - Number(other.source === DEATHS));
  const first = sure[0]?.what ?? null;
  const ruling = field && RULING.test(title ?? '') && vital?.remark === 'known in politics or government';
  if (/^Pope \p{Lu}/u.test(title ?? '')) return 'pope';
  const bracketed = inBrackets(title);
  if (bracketed !== null && (first === null || BY_OFFICE.has(first))) return bracketed;
  if (first !== null && BY_OFFICE.has(first)) {
    if (rows.some(hasThrone)) return 'monarch';
    const hasHigh = rows.some(({ facts }) =>
      facts.some(
        ({ property, words }) => property === 'office' && isHighPost(words ?? '') && !/ambassador/i.test(words ?? ''),
      ),
    );
    const other = sure.find(({ what, source }) => !BY_OFFICE.has(what ?? '') && CALLED.has(source))?.what;
    if (!hasHigh && other) return other;
  }
  const last = amongOthers(told) ?? first ?? told[0]?.what ?? (ruling ? 'ruler' : null);
  // Presidents and premiers stand in the list of rulers: since then only a throne makes one.
  return last === 'ruler' && isModern(rows) && !rows.some(hasThrone) ? null : last;
}

/** Trades that many have beside the one that they are known for: actors write films, singers act, skaters are physicians. */
const BESIDES =
  /^(?:(?:film |stage |television |voice )?actor|author|screenwriter|writer|poet|journalist|editor|composer|singer|drummer|disc jockey|(?:film |record |television )?producer|film director|(?:television )?presenter|politician|diplomat|lawyer|judge|physician|engineer|inventor|entrepreneur|businessperson|photographer|painter|illustrator|model|aircraft pilot|soldier or officer|military officer|aristocrat)$/;

/** Of somebody's trades the list of deaths has one, and not the first: where nobody else says what they are, that is said. */
function amongOthers(rows: readonly Imported[]): string | null {
  const only = rows.every(({ source }) => source === DEATHS) ? rows[0]?.what : null;
  return only && BESIDES.test(only) ? `${only}, among other things` : null;
}

const LAST_RULERS = 1800;
const isModern = (rows: readonly Imported[]): boolean =>
  rows.some(({ facts }) =>
    facts.some(({ property, start }) => property === 'born' && Number(start?.slice(0, 4) ?? 0) >= LAST_RULERS),
  );

/** Kings stand among the politicians of several lists. */
const THRONE =
  /^(?:(?:apostolic )?king|queen|monarch|(?:\p{L}+ )?emperor|(?:\p{L}+ )?empress|sultan|pharaoh|tsar|shah|caliph|emir|grand duke)\b/iu;
const hasThrone = ({ facts, remark, source, what }: Imported): boolean =>
  (source === 'wikidata-rows-2026' && THRONE.test(remark ?? '')) ||
  (source === DEATHS && what === 'monarch') ||
  facts.some(({ property, words }) => property === 'office' && THRONE.test(words ?? ''));

/** "Otto Strakencz (mathematician)", "(Ruritanian diplomat, born 1950)": what the article tells its namesakes apart by. */
function inBrackets(title: string | null): string | null {
  const said = / \((?:\d+\w\w[- ]century )?([^()]+)\)$/.exec(title ?? '')?.[1];
  const is = said === undefined ? null : kindOfDescription(said);
  return is?.kind === 'person' ? is.what : null;
}
