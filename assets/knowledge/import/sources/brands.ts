import * as v from 'valibot';
import type { Countries } from '../countries';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { kindOfBrand } from '../kind-of-brand';
import { maybeText, qid } from '../read-cells';
import { from } from '../source-list';

const FILE = 'nsi-brands-orgs.ndjson.gz';
const SCHEMA = v.object({ q: qid, n: maybeText, d: maybeText });
/** What the index also lists for its maps and nobody writes about. */
const NO_NEWS = /^flag of|\b(?:school district|division office|district office|fire department|library system)\b/i;

/** Brands, banks, operators and agencies as maps name them. */
export function* brands(desk: Desk, countries: Countries): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const { q, n, d } = value;
    if (n === null || NO_NEWS.test(`${n} ${d}`)) continue;
    const is = kindOfBrand(d ?? '');
    // Its towns and counties stand elsewhere, with their people.
    const isPlace = is?.kind === 'place' && is.what !== 'metro';
    const kind = isPlace || is?.kind === 'person' ? null : (is?.kind ?? null);
    yield {
      ...OPEN,
      ...place,
      ...from('name-suggestion-2026'),
      qid: q,
      kind,
      name: n,
      country: onlyCountry(d ?? '', countries),
      what: kind && is ? is.what : null,
      fame: 4,
    };
  }
}

/** "Japanese-Indian" is of neither that we could name. */
function onlyCountry(description: string, countries: Countries): string | null {
  const [first, last] = [countries.within(description, 'first'), countries.within(description, 'last')];
  return last !== null && first?.key !== last.key ? null : (first?.name ?? null);
}
