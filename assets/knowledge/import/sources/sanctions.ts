import * as v from 'valibot';
import type { Kind } from '../../../../lib/facts';
import type { Desk } from '../desk';
import { type Imported, type ImportedFact, OPEN } from '../imported';
import { listedName } from '../listed-name';
import { maybeDate, maybeText, text, texts } from '../read-cells';
import { isSamePerson } from '../same-person';
import { from } from '../source-list';

const FILE = 'sanctions-lists-2026.ndjson.gz';
const SCHEMA = v.object({
  name: text,
  aliases: texts,
  kind: text,
  lists: v.pipe(v.array(v.string()), v.minLength(1)),
  born: maybeText,
  listed: maybeDate,
  country: maybeText,
  src: v.picklist(['eu-sanctions', 'un-sanctions']),
});

const KINDS: Readonly<Record<string, readonly [Kind, string] | null>> = {
  person: ['person', 'person under sanctions'],
  organisation: ['group', 'organisation under sanctions'],
  company: ['company', 'company under sanctions'],
  // Ships are renamed from month to month, and an asset is nobody.
  ship: null,
  asset: null,
};

/** What stood where a name in other letters was printed as a picture. */
const TABLE_CELL = /^text of image$/i;

const BODY = ['group', 'organisation under sanctions'] as const;
const NO_COMPANY =
  /\b(?:Schools?|Camp|Institut\p{L}*|Universit\p{L}*|Academy|Brigade|Ministry|Movement|Foundation|Lyceum)\b/iu;

/** Who stands on the sanctions lists of the United Nations and the European Union: of the people those of the UN alone. */
export function* sanctions(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const use = KINDS[value.kind];
    if (use === undefined) desk.report(place, 'left-out', 'kind', `"${value.kind}" is no kind that the importer knows`);
    if (!use) continue;
    const [kind, what] = NO_COMPANY.test(value.name) && use[0] === 'company' ? BODY : use;
    const isUn = value.src === 'un-sanctions';
    const start = desk.date(place, 'listed', value.listed);
    const facts: ImportedFact[] = [
      {
        property: 'status',
        words: `On the sanctions list of the ${isUn ? 'United Nations' : 'European Union'}`,
        start,
        end: null,
      },
    ];
    // "17.11.1957 or 1958" is no date.
    if (value.born !== null && /^(?:\d{1,2}\.\d{1,2}\.)?\d{4}$|^\d{4}-\d{2}(?:-\d{2})?$/.test(value.born))
      facts.push({ property: 'born', start: desk.date(place, 'born', value.born) });
    yield {
      ...OPEN,
      ...place,
      ...from(isUn ? 'un-sanctions-2026' : 'eu-sanctions-2026'),
      kind,
      name: listedName(value.name, kind),
      aliases: value.aliases
        .map((one) => listedName(one, kind))
        .filter((alias) => !TABLE_CELL.test(alias) && (isUn || kind !== 'person' || isSamePerson(value.name, alias))),
      country: value.country?.split(/[,;]/)[0] ?? null,
      what,
      facts,
      fame: isUn ? 8 : 4,
      wanted: isUn || kind !== 'person',
    };
  }
}
