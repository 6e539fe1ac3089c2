/** Finds pairs of cards that would contradict each other about who held a one-person office. */
import { against, earliest, isBefore, latest } from '../time';
import { closeTerms } from './close-terms';
import type { FactRow, PackSource } from './source';

export interface OfficeProblem {
  /** The later of the two. */
  readonly row: FactRow;
  readonly reason: string;
}

/** The head of something is one person; other posts, such as a deputy's, may have several holders. */
export function officeProblems({ facts, entities }: PackSource): OfficeProblem[] {
  // A term without an end closes with its holder's death; the problem is reported for the original row.
  const closed = closeTerms(facts);
  const rowOf = new Map<FactRow, FactRow>();
  closed.forEach((fact, at) => {
    if (fact !== facts[at]) rowOf.set(fact, facts[at]!);
  });
  const single = new Set(facts.filter(({ property }) => property === 'heads').map(({ entity }) => entity));
  const terms = new Map<string, FactRow[]>();
  for (const fact of closed) {
    const office = fact.property === 'office' ? fact.value : fact.property === 'held-by' ? fact.entity : null;
    if (typeof office !== 'string' || !single.has(office) || fact.start === null) continue;
    const known = terms.get(office);
    if (known) known.push(fact);
    else terms.set(office, [fact]);
  }
  const found: OfficeProblem[] = [];
  // Built for the first problem; usually there is none.
  let names: ReadonlyMap<string, string> | null = null;
  for (const [office, held] of terms) {
    held.sort((one, other) => (isBefore(latest(one.start!), latest(other.start!)) ? -1 : 1));
    held.forEach((term, at) => {
      const other = held.slice(0, at).find((before) => holder(before) !== holder(term) && overlap(before, term));
      if (!other) return;
      names ??= new Map(entities.map(({ key, name }) => [key, name]));
      const reason = `${names.get(office) ?? office} is held by ${holder(other)} from ${other.start} to ${other.end ?? 'now'} as well`;
      found.push({ row: rowOf.get(term) ?? term, reason });
    });
  }
  return found;
}

const holder = ({ property, entity, words }: FactRow): string => (property === 'held-by' ? (words ?? '') : entity);

/**
 * Do both terms certainly share a day beyond a handover? A term without an end lasts at least until its source was
 * read.
 */
function overlap(one: FactRow, other: FactRow): boolean {
  const begins = latest(other.start!);
  const ends = one.end === null ? one.source.asOf : earliest(one.end);
  return isBefore(begins, ends) && (other.end === null || against(other.end, latest(one.start!)) === 'after');
}
