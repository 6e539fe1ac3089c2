/**
 * Writes a knowledge pack. Invariant: the bytes depend on the rows alone, not on their order, the day or the machine,
 * so that a rebuild of the extension is identical.
 */
import { strToU8 } from 'fflate';
import { closeTerms } from './close-terms';
import { contextWriter } from './context-stems';
import { deriveForms, type SurfaceForm } from './derive-forms';
import { indexFacts } from './fact-index';
import { factSides } from './fact-sides';
import { groupBy } from './group-by';
import { officesOf } from './offices-of';
import { PackError } from './pack-error';
import { packDate } from './packed-date';
import { joinSections, u32List } from './section-builder';
import { sideSorter } from './sort-sides';
import type { PackSource } from './source';
import { sourceProblems } from './source-problems';
import { cardWriter } from './write-cards';
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
  const facts = indexFacts(source.facts, rowOf);
  const sidesOf = factSides(facts, rowOf);
  const sortSides = sideSorter();
  const backgrounds = new Map(source.backgrounds.map((background) => [background.entity, background]));
  const context = contextWriter();
  const cards = cardWriter();
  /** Of all rows one behind the other, and where each row ends. */
  const neighbours = u32List();
  const ends = u32List();
  ends.push(0);

  entities.forEach((entity, row) => {
    const sides = sortSides(sidesOf(row));
    const background = backgrounds.get(entity.key);
    const also = alsoOf(printed.get(entity.key) ?? [], entity.name);
    cards.put({ entity, also, sides, background });
    const tied = sides.flatMap(({ other }) => other ?? []);
    for (const other of [...new Set(tied)].sort((one, another) => one - another)) neighbours.push(other);
    ends.push(neighbours.length);
    const names = tied.map((other) => entities[other]!.name);
    const said = sides.map(({ words }) => words);
    context.put(entity.name, [entity.gloss, entity.qualifier, background?.text ?? null, ...said, ...names]);
  });

  // Heads come last: which stems there are is known when all that the pack says has been gone through.
  const { stems, of: stemsOf } = context.done();
  const [tied, endOf] = [neighbours.done(), ends.done()];
  const heads = headWriter();
  entities.forEach((entity, row) => {
    const own = facts.own(row);
    const offices = officesOf(own, nameOf);
    heads.put({
      entity,
      facts: own,
      offices,
      neighbours: tied.subarray(endOf[row]!, endOf[row + 1]!),
      stems: stemsOf(row),
    });
  });

  const behind = cards.done();
  return joinSections(
    { entityCount: entities.length, formCount: index.formCount, edition: packDate(source.edition)! },
    { name: strToU8(source.name), ...index.sections, ...heads.done(), stems, ...behind.sections },
    behind.cards,
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Names worth printing, most usual (heaviest) first, each once and never the name itself. */
function alsoOf(forms: readonly SurfaceForm[], name: string): string[] {
  const sorted = [...forms].sort((one, other) => other.weight - one.weight || compare(one.form, other.form));
  return [...new Set(sorted.map((form) => form.form))].filter((form) => form !== name);
}
