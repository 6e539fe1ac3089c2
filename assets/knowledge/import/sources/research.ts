import * as v from 'valibot';
import type { Kind } from '../../../../lib/facts';
import { articleTitle } from '../article-title';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { maybeNumber, maybeText, text, texts } from '../read-cells';
import { from } from '../source-list';

const FILE = 'ror-orgs.ndjson.gz';
const SCHEMA = v.object({
  id: text,
  name: text,
  names: texts,
  acr: texts,
  types: v.array(v.string()),
  est: maybeNumber,
  country: maybeText,
  city: maybeText,
  q: texts,
  wiki: texts,
  status: text,
  parent: texts,
});

const TYPES: Readonly<Record<string, readonly [Kind, string] | null>> = {
  government: ['group', 'government body'],
  education: ['group', 'university or college'],
  healthcare: ['group', 'hospital'],
  company: ['company', 'company'],
  nonprofit: ['group', 'non-profit organisation'],
  facility: ['group', 'research institute'],
  archive: null,
  other: null,
  funder: null,
};

/** Health services and their boards stand among the hospitals. */
const isNoHospital = (use: string | undefined, name: string): boolean =>
  use === 'healthcare' && !/hospital|clinic|medical|infirmary|sanatorium|h[oô]pital|klinik/i.test(name);
const bare = (name: string): string => name.replace(/ \([^()]+\)$/, '');

/** Universities, agencies, hospitals, institutes: those with an English article. */
export function* research(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const types = value.types.map((type) => type.toLowerCase());
    for (const type of types)
      if (!(type in TYPES)) desk.report(place, 'left-out', 'types', `"${type}" is no type that the importer knows`);
    const use = Object.keys(TYPES).find((type) => types.includes(type) && TYPES[type] !== null);
    const title = value.wiki.map(articleTitle).find((one) => one !== null) ?? null;
    const [kind, what] = (use && TYPES[use]) || [null, null];
    if (value.q.length !== 1 || title === null || kind === null) continue;
    // "Novartis (Spain)" is a branch of "Novartis (Switzerland)", with the article of the whole.
    if (value.parent.some((whole) => bare(whole) === bare(value.name))) continue;
    yield {
      ...OPEN,
      ...place,
      ...from('ror-2026'),
      qid: value.q[0] ?? null,
      title,
      kind,
      name: kind === 'company' ? bare(value.name) : value.name,
      aliases: [...value.names, ...value.acr],
      country: value.country,
      region: value.city,
      what: /universit/i.test(value.name) ? 'university' : isNoHospital(use, value.name) ? 'health body' : what,
      facts: value.est ? [{ property: 'founded', start: desk.date(place, 'est', value.est) }] : [],
      fame: kind === 'company' ? 5 : 12,
      wanted: kind === 'group' && use !== 'healthcare',
    };
  }
}
