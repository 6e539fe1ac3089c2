/** A person's offices: one line for consecutive terms, and no "still" without evidence. */
import type { FactRow } from '../pack';
import { foldText } from '../text';
import { daysBetween, earliest, isBefore, latest } from '../time';
import type { FactGround } from './item-facts';
import { byStart, type Dated, isOpen, spanOf } from './time-spans';

const MOST_OFFICES = 12;
/** In days: between two terms of a member of parliament there is an election. */
const BETWEEN_TERMS_DAYS = 60;

export function officeFacts({ item, kind, named, nameOf, source }: FactGround): FactRow[] {
  if (kind !== 'person') return [];
  const all = (item.statements.get('P39') ?? []).flatMap((statement): Dated[] => {
    const span = spanOf(statement);
    return span && statement.value.type === 'item' ? [{ statement, span }] : [];
  });
  // The current office is the preferred one: an undated open one beside it was never closed.
  const isPreferred = all.some(({ statement, span }) => statement.preferred && isOpen(span));
  const believed = all.filter(
    ({ statement, span }) => statement.preferred || !isOpen(span) || span.start !== null || !isPreferred,
  );
  const facts: FactRow[] = [];
  for (const { statement, span } of believed.toSorted(byStart)) {
    const { value: office, qualifiers } = statement;
    if (office.type !== 'item') continue;
    const value = named(office.key, 'office');
    const title = nameOf(office.key);
    if (value === null || title === null) continue;
    const body = qualifiers.get('P642') ?? qualifiers.get('P1001');
    const where = body?.type === 'item' ? nameOf(body.key) : null;
    const words = where !== null && !holds(title, where) ? `${capital(title)} of ${where}` : null;
    // Someone who later held it again and left has left; this term's end was just not recorded.
    if (isOpen(span) && facts.some((other) => other.value === value && !isOpen(other))) continue;
    const later = facts.findIndex((other) => other.value === value && other.words === words && follows(span, other));
    // The latest come first: this one precedes what is there.
    if (later >= 0) facts[later] = { ...facts[later]!, start: span.start };
    else facts.push({ entity: item.key, property: 'office', value, words, back: null, ...span, source });
  }
  return facts.toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one))).slice(0, MOST_OFFICES);
}

function follows(span: Dated['span'], later: FactRow): boolean {
  const { start, end } = span;
  if (start === null || later.start === null) return false;
  // Two open terms are one, recorded twice.
  if (end === null) return later.end === null;
  const [from, to] = [earliest(later.start), latest(end)];
  return !isBefore(from, earliest(start)) && (isBefore(from, to) || daysBetween(to, from) <= BETWEEN_TERMS_DAYS);
}

const holds = (title: string, where: string): boolean => ` ${foldText(title)} `.includes(` ${foldText(where)} `);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
