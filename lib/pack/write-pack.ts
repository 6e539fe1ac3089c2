/**
 * Writes a knowledge pack. Invariant: the bytes depend on the rows alone, not on their order, the day or the machine,
 * so that a rebuild of the extension is identical.
 */
import { FACT_KINDS, KINDS, type Source } from '../facts';
import { comparePartialDates, type PartialDate } from '../time';
import { contextStems } from './context-stems';
import { deriveForms, type SurfaceForm } from './derive-forms';
import { FACT_ENDS } from './layout';
import { PackError } from './pack-error';
import { packDate } from './packed-date';
import { joinSections, stringHeap, u32List } from './section-builder';
import type { FactRow, PackSource } from './source';
import { sourceProblems } from './source-problems';
import { writeForms } from './write-forms';
import { textWriter } from './write-texts';

export function writePack(source: PackSource): Uint8Array {
  const [problem] = sourceProblems(source);
  if (problem) throw new PackError('invalid-source', `${problem.title}: ${problem.column} ${problem.reason}`);
  const entities = [...source.entities].sort((one, other) => compare(one.key, other.key));
  const rowOf = new Map(entities.map((entity, row) => [entity.key, row]));
  const forms = deriveForms(source);
  const index = writeForms(forms, rowOf, (row) => entities[row]!.prominence);

  const strings = stringHeap();
  const name = strings.put(source.name);
  const sources = sourceList(strings.put);
  const texts = textWriter();
  const rows = u32List();
  const traits = new Uint8Array(entities.length * 2);
  const also = u32List();
  const facts = u32List();
  const relations = u32List();
  const stems = u32List();

  const printed = groupBy(
    forms.filter((form) => form.printed),
    (form) => form.entity,
  );
  const factsOf = groupBy(source.facts, (fact) => fact.entity);
  const tiesOf = groupBy(bothWays(source, rowOf), (tie) => tie.of);
  const backgrounds = new Map(source.backgrounds.map((background) => [background.entity, background]));
  const contexts = contextStems(source);
  let counts = { also: 0, facts: 0, relations: 0 };

  entities.forEach((entity, row) => {
    const background = backgrounds.get(entity.key);
    traits[row * 2] = KINDS.indexOf(entity.kind);
    traits[row * 2 + 1] = entity.prominence;
    rows.push(
      strings.put(entity.key),
      strings.put(entity.name),
      strings.put(entity.qualifier),
      strings.put(entity.gloss),
      entity.wikipedia === null ? 0 : strings.put(entity.wikipedia) + 1,
      entity.wikidata === null ? 0 : Number(entity.wikidata.slice(1)),
      counts.also,
      counts.facts,
      counts.relations,
      stems.length,
      background ? texts.put(background.text, sources.put(background.source)) + 1 : 0,
      sources.put(entity.source),
    );
    const names = alsoOf(printed.get(entity.key) ?? [], entity.name);
    const told = [...(factsOf.get(entity.key) ?? [])].sort(byTime);
    const tied = [...(tiesOf.get(entity.key) ?? [])].sort(
      (one, other) => one.other - other.other || compare(JSON.stringify(one), JSON.stringify(other)),
    );
    for (const other of names) also.push(strings.put(other));
    for (const fact of told) {
      const kind = FACT_KINDS.indexOf(fact.kind) | (fact.ends ? FACT_ENDS : 0);
      facts.push(strings.put(fact.text), kind, dateOf(fact.start), dateOf(fact.end), sources.put(fact.source));
    }
    for (const tie of tied) {
      relations.push(tie.other, strings.put(tie.text), dateOf(tie.start), dateOf(tie.end), sources.put(tie.source));
    }
    for (const stem of contexts.get(entity.key)!) stems.push(stem);
    counts = {
      also: counts.also + names.length,
      facts: counts.facts + told.length,
      relations: counts.relations + tied.length,
    };
  });
  // One row more closes the lists of the last entity.
  rows.push(0, 0, 0, 0, 0, 0, counts.also, counts.facts, counts.relations, stems.length, 0, 0);

  return joinSections(
    { entityCount: entities.length, formCount: index.formCount, edition: packDate(source.edition)!, name },
    {
      ...index.sections,
      ...texts.done(),
      strings: strings.done(),
      entities: rows.done(),
      entityTraits: traits,
      also: also.done(),
      facts: facts.done(),
      relations: relations.done(),
      stems: stems.done(),
      sources: sources.done(),
    },
  );
}

/** Where a date stands that is not known: a fact without a start holds since ever, one without an end is not over. */
const [FIRST, LAST] = [-1, 1];
const compareWhere = (one: PartialDate | null, other: PartialDate | null, unknown: number): number =>
  one === null || other === null
    ? unknown * (Number(one === null) - Number(other === null))
    : comparePartialDates(one, other);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const dateOf = (date: string | null): number => (date === null ? 0 : packDate(date)!);

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

function bothWays(source: PackSource, rowOf: ReadonlyMap<string, number>) {
  return source.relations.flatMap((tie) => {
    const { start, end } = tie;
    const there = { of: tie.from, other: rowOf.get(tie.to)!, text: tie.text, start, end, source: tie.source };
    return [there, { ...there, of: tie.to, other: rowOf.get(tie.from)!, text: tie.inverse || tie.text }];
  });
}

/** Every source once; a pack has a few hundred of them and a million facts. */
function sourceList(putString: (value: string) => number) {
  const numbers = new Map<string, number>();
  const rows = u32List();
  return {
    put(source: Source): number {
      const id = JSON.stringify([source.name, source.url, source.licence, source.asOf]);
      const known = numbers.get(id);
      if (known !== undefined) return known;
      rows.push(
        putString(source.name),
        source.url === null ? 0 : putString(source.url) + 1,
        source.licence === null ? 0 : putString(source.licence) + 1,
        packDate(source.asOf)!,
      );
      numbers.set(id, numbers.size);
      return numbers.size - 1;
    },
    done: () => rows.done(),
  };
}
