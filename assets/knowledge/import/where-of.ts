/** The country and the region of an entity: what the most trusted of its rows says, but where another row knows better. */
import type { Countries, Country } from './countries';
import type { Imported } from './imported';

export interface Where {
  readonly country: Country | null;
  readonly region: string | null;
}

export function whereOf(rows: readonly Imported[], countries: Countries): Where {
  const country = sitsAtStormont(rows)
    ? 'Northern Ireland'
    : rows.find((row) => countries.find(row.country) !== null)?.country;
  return { country: countries.find(country ?? null), region: regionOf(rows) };
}

/** A list of another parliament calls them British, which half of them would not. */
const sitsAtStormont = (rows: readonly Imported[]): boolean =>
  rows.some(({ facts }) =>
    facts.some(({ property, words }) => property === 'office' && words?.endsWith(' Northern Ireland Assembly')),
  );

const CAPITAL = 'Washington, D.C.';

/** "Observer-Reporter" of Washington is a paper of Pennsylvania: there is a Washington there. */
function regionOf(rows: readonly Imported[]): string | null {
  const region = rows.find((row) => row.region !== null)?.region ?? null;
  const papers = rows.flatMap((row) => (row.source === 'us-newspapers-2025' ? (row.region ?? []) : []));
  return region === CAPITAL && papers.length > 0 && !papers.includes(CAPITAL) ? (papers[0] ?? null) : region;
}
