/**
 * Writes a knowledge pack. Invariant: the bytes depend on the rows alone, not on their order, the day or the machine,
 * so that a rebuild of the extension is identical.
 */
import { strToU8 } from 'fflate';
import { comparePartialDates, type PartialDate } from '../time';
import { closeTerms } from './close-terms';
import { contextStems } from './context-stems';
import { deriveForms, type SurfaceForm } from './derive-forms';
import { factSides, type Side } from './fact-sides';
import { groupBy } from './group-by';
import { officesOf } from './offices-of';
import { PackError } from './pack-error';
import { packDate } from './packed-date';
import { joinSections } from './section-builder';
import type { PackSource } from './source';
import { sourceProblems } from './source-problems';
import { cardWriter } from './write-cards';
import { writeFormers } from './write-formers';
import { writeForms } from './write-forms';
import { headWriter } from './write-heads';

export function writePack(given: PackSource): Uint8Array<ArrayBuffer> {
  const [problem] = sourceProblems(given);
  if (problem) throw new PackError('invalid-source', `${problem.title}: ${problem.column} ${problem.reason}`);
  const source = { ...given, facts: closeTerms(given.facts) };
  const entities = [...source.entities].sort((one, other) => compare(one.key, other.key));
  const rowOf = new Map(entities.map((entity, row) => [entity.key, row]));
  const nameOf = (key: string): string => entities[rowOf.get(key)!]!.name;
  const forms = deriveForms(source);
  const index = writeForms(forms, rowOf, (row) => entities[row]!.prominence);

  const printed = groupBy(
    forms.filter((form) => form.printed),
    (form) => form.entity,
  );
  const ownOf = groupBy(source.facts, (fact) => fact.entity);
  const sidesOf = factSides(source.facts);
  const backgrounds = new Map(source.backgrounds.map((background) => [background.entity, background]));
  const contexts = contextStems(source, sidesOf);
  const heads = headWriter();
  const cards = cardWriter(rowOf);

  for (const entity of entities) {
    const sides = (sidesOf.get(entity.key) ?? []).sort(byTime);
    const tied = sides.flatMap(({ other }) => (other === null ? [] : rowOf.get(other)!));
    const neighbours = [...new Set(tied)].sort((one, other) => one - other);
    const facts = ownOf.get(entity.key) ?? [];
    heads.put({ entity, facts, offices: officesOf(facts, nameOf), neighbours, stems: contexts.get(entity.key)! });
    const also = alsoOf(printed.get(entity.key) ?? [], entity.name);
    cards.put({ entity, also, sides, background: backgrounds.get(entity.key) });
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

const byTime = (one: Side, other: Side): number =>
  compareWhere(one.start, other.start, FIRST) ||
  compareWhere(one.end, other.end, LAST) ||
  compare(JSON.stringify(one), JSON.stringify(other));

/** Names worth printing, most usual (heaviest) first, each once and never the name itself. */
function alsoOf(forms: readonly SurfaceForm[], name: string): string[] {
  const sorted = [...forms].sort((one, other) => other.weight - one.weight || compare(one.form, other.form));
  return [...new Set(sorted.map((form) => form.form))].filter((form) => form !== name);
}
