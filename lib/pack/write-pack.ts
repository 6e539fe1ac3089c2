/**
 * Writes a knowledge pack. Invariant: the bytes depend on the rows alone, not on their order, the day or the machine,
 * so that a rebuild of the extension is identical.
 */
import { strToU8 } from 'fflate';
import { comparePartialDates, type PartialDate } from '../time';
import { contextStems } from './context-stems';
import { deriveForms, type SurfaceForm } from './derive-forms';
import { PackError } from './pack-error';
import { packDate } from './packed-date';
import { joinSections } from './section-builder';
import type { FactRow, PackSource } from './source';
import { sourceProblems } from './source-problems';
import { cardWriter, type Tie } from './write-cards';
import { writeFormers } from './write-formers';
import { writeForms } from './write-forms';
import { headWriter } from './write-heads';

export function writePack(source: PackSource): Uint8Array<ArrayBuffer> {
  const [problem] = sourceProblems(source);
  if (problem) throw new PackError('invalid-source', `${problem.title}: ${problem.column} ${problem.reason}`);
  const entities = [...source.entities].sort((one, other) => compare(one.key, other.key));
  const rowOf = new Map(entities.map((entity, row) => [entity.key, row]));
  const forms = deriveForms(source);
  const index = writeForms(forms, rowOf, (row) => entities[row]!.prominence);

  const printed = groupBy(
    forms.filter((form) => form.printed),
    (form) => form.entity,
  );
  const factsOf = groupBy(source.facts, (fact) => fact.entity);
  const tiesOf = bothWays(source, rowOf);
  const backgrounds = new Map(source.backgrounds.map((background) => [background.entity, background]));
  const contexts = contextStems(source);
  const heads = headWriter();
  const cards = cardWriter();

  for (const entity of entities) {
    const facts = (factsOf.get(entity.key) ?? []).sort(byTime);
    const ties = (tiesOf.get(entity.key) ?? []).sort(byOther);
    const neighbours = [...new Set(ties.map((tie) => tie.other))];
    heads.put({ entity, facts, neighbours, stems: contexts.get(entity.key)! });
    const also = alsoOf(printed.get(entity.key) ?? [], entity.name);
    cards.put({ entity, also, facts, ties, background: backgrounds.get(entity.key) });
  }

  const behind = cards.done();
  return joinSections(
    { entityCount: entities.length, formCount: index.formCount, edition: packDate(source.edition)! },
    { name: strToU8(source.name), ...index.sections, ...heads.done(), ...writeFormers(entities), ...behind.sections },
    behind.cards,
  );
}

/** Where a date stands that is not known: a fact without a start holds since ever, one without an end is not over. */
const [FIRST, LAST] = [-1, 1];
const compareWhere = (one: PartialDate | null, other: PartialDate | null, unknown: number): number =>
  one === null || other === null
    ? unknown * (Number(one === null) - Number(other === null))
    : comparePartialDates(one, other);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const byOther = (one: Tie, other: Tie): number =>
  one.other - other.other || compare(JSON.stringify(one), JSON.stringify(other));

const byTime = (one: FactRow, other: FactRow): number =>
  compareWhere(one.start, other.start, FIRST) ||
  compareWhere(one.end, other.end, LAST) ||
  compare(JSON.stringify(one), JSON.stringify(other));

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Names worth printing, most usual (heaviest) first, each once and never the name itself. */
function alsoOf(forms: readonly SurfaceForm[], name: string): string[] {
  const sorted = [...forms].sort((one, other) => other.weight - one.weight || compare(one.form, other.form));
  return [...new Set(sorted.map((form) => form.form))].filter((form) => form !== name);
}

/** A tie once for each side. */
function bothWays(source: PackSource, rowOf: ReadonlyMap<string, number>): Map<string, Tie[]> {
  const ties = new Map<string, Tie[]>();
  const put = (of: string, tie: Tie): void => {
    const known = ties.get(of);
    if (known) known.push(tie);
    else ties.set(of, [tie]);
  };
  for (const { from, to, text, inverse, start, end, source: origin } of source.relations) {
    put(from, { other: rowOf.get(to)!, text, start, end, source: origin });
    put(to, { other: rowOf.get(from)!, text: inverse || text, start, end, source: origin });
  }
  return ties;
}
