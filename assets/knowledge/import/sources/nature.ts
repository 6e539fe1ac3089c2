import * as v from 'valibot';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { maybeNumber, maybeText, text, texts } from '../read-cells';
import { from } from '../source-list';

const FILE = 'airports-rivers-regions.ndjson.gz';
const SCHEMA = v.object({
  name: text,
  aliases: texts,
  kind: text,
  country: maybeText,
  region: maybeText,
  city: maybeText,
  rank: maybeNumber,
  src: v.picklist(['airports', 'naturalearth']),
});
/** Natural Earth ranks from 0, the greatest. */
const LEAST_RANK = 5;
const SKIPPED = new Set(['lake centerline', 'dragons-be-here', 'pole', 'geoarea', 'foothills', 'tundra', 'wetlands']);

/** Airports of many countries' flights, rivers, lakes, seas and ranges. */
export function* nature(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const isAirport = value.kind === 'airport';
    // A strip is no news.
    if (isAirport && !/international airport/i.test(value.name)) continue;
    if (!isAirport && (SKIPPED.has(value.kind) || (value.rank ?? 99) > LEAST_RANK)) continue;
    const name = isAirport ? value.name : nameOf(value.name);
    if (name === null) continue;
    yield {
      ...OPEN,
      ...place,
      ...from(isAirport ? 'airports-2026' : 'natural-earth-2017'),
      kind: 'place',
      name,
      country: isAirport ? value.country : null,
      region: value.city ?? value.region,
      what: isAirport ? 'airport' : whatOf(value.kind, name),
      fame: isAirport ? 6 : 14 - 2 * (value.rank ?? 0),
      wanted: true,
    };
  }
}

/** Ice caps stand among the ranges, capes among the peninsulas: the name says which. */
function whatOf(kind: string, name: string): string {
  if (kind === 'range/mtn') return /jökull$/.test(name) ? 'glacier' : 'mountain range';
  return kind === 'pen/cape' ? (/\bCape\b|^Cabo\b|^Ras\b/.test(name) ? 'cape' : 'peninsula') : kind;
}

/** How the map shortens a word so that the label has room. */
const SHORT: Readonly<Record<string, string>> = {
  'I.': 'Island',
  'Is.': 'Islands',
  'Mt.': 'Mount',
  'Mts.': 'Mountains',
  'Mtn.': 'Mountain',
  'Pk.': 'Peak',
  'Pen.': 'Peninsula',
  'Ra.': 'Range',
  'Plat.': 'Plateau',
  'Arch.': 'Archipelago',
  'Res.': 'Reservoir',
  'Str.': 'Strait',
  'Sd.': 'Sound',
  'N.': 'North',
  'S.': 'South',
  'W.': 'West',
  'E.': 'East',
};
/** What English news calls otherwise. */
const FOREIGN =
  /\b(?:Archipel|Îles?|Îlots|Golfe|Golfo|Presqu|Péninsule|Península|Ozero|Cord|Pén|Meer|Baie|Bahía|Massif|Monts|Serra|Chaîne|Fleuve|Rivière)(?![\p{L}])/u;

/** Null where the label is no name that a text would have. */
function nameOf(label: string): string | null {
  const name = (label === label.toUpperCase() ? capitals(label) : label)
    .split(' ')
    .map((word) => SHORT[word] ?? word)
    .join(' ');
  // "Peninsula de Osa" is half of one language.
  // Before a range "S." is a sierra or a serra.
  if (/^S\. /.test(label) && /^South (?:d[aeo]s?\b|Nevada)/.test(name)) return null;
  if (FOREIGN.test(name) || /^(?:Peninsula|Plateau|Mount|Islands?) d(?:e|u|es|el)\b/.test(name)) return null;
  return /(?<!\bSt|\b\p{Lu})\.(?= |$)/u.test(name) ? null : name;
}

const capitals = (name: string): string =>
  name.toLowerCase().replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
