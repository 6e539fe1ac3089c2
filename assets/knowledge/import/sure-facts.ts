/**
 * What the files know well enough to tell, and how exactly. Where two files of different origin tell of the same thing they
 * disagree on the year of a founding in 7 to 38 of 100 cases, on the year of a birth before 1750 in 5 to 26, on the month
 * in which a leader took office in 10 and on the year in less than 5. A card that says less is better than a wrong one.
 */
import type { Kind } from '../../../lib/facts';
import type { PartialDate } from '../../../lib/time';
import type { DraftFact } from './draft';
import type { Imported } from './imported';

/** Sources that have their dates from one another confirm nothing. */
const FAMILIES: Readonly<Record<string, string>> = { 'clubs-2026': 'wikidata', 'wikidata-rows-2026': 'wikidata' };
const familyOf = (source: string): string => FAMILIES[source] ?? source;

/** Of what was refounded, merged or renamed every file has another year; a party is founded once, and a state is history. */
const REFOUNDED = new Set<Kind>(['company', 'group', 'media', 'team']);
const FOUNDS_PARTIES = 'parties-2026';

/** Births before it are reckoned, as a rule. */
const FIRST_SURE_BIRTH = 1750;
/** Its offices are collected from pages in a hundred lands: the year is right, the day often that of a vote or an oath. */
const OFFICES_BY_YEAR = 'wikidata-2022';

export function sureFacts(facts: readonly DraftFact[], rows: readonly Imported[], kind: Kind): DraftFact[] {
  const died = facts.find(({ property }) => property === 'died')?.start ?? '';
  return facts.flatMap((fact) => {
    if (fact.property === 'founded' && REFOUNDED.has(kind)) return isSureFounding(fact, rows) ? [fact] : [];
    if (fact.property === 'born') return [{ ...fact, start: about(fact.start ?? null) }];
    if (fact.property === 'office' && fact.source === OFFICES_BY_YEAR) {
      // Nobody holds an office beyond the death: in that year the day stays.
      const end = fact.end && fact.end.slice(0, 4) !== died.slice(0, 4) ? yearOf(fact.end) : fact.end;
      return [{ ...fact, ...(fact.start ? { start: yearOf(fact.start) } : {}), ...(end === undefined ? {} : { end }) }];
    }
    return [fact];
  });
}

/** Two files of different origin have the year, or the one that is a list of parties. */
function isSureFounding({ start, source }: DraftFact, rows: readonly Imported[]): boolean {
  if (source === FOUNDS_PARTIES) return true;
  const year = yearOf(start ?? '');
  const told = rows.filter(({ facts }) =>
    facts.some((other) => other.property === 'founded' && other.start && yearOf(other.start) === year),
  );
  return new Set(told.map((row) => familyOf(row.source))).size > 1;
}

const yearOf = (date: PartialDate): PartialDate => date.replace('~', '').slice(0, 4);

const about = (born: PartialDate | null): PartialDate | null =>
  born !== null && !born.startsWith('~') && Number(yearOf(born)) < FIRST_SURE_BIRTH ? `~${yearOf(born)}` : born;
