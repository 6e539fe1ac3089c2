/**
 * Writes a knowledge pack. Invariant: the bytes depend only on the rows, not on their order, the day or the machine, so
 * that rebuilding the extension gives identical bytes.
 */
import { strToU8 } from 'fflate';
import { groupBy } from '../lists';
import { closeTerms } from './close-terms';
import { contextWriter } from './context-stems';
import { deriveForms, type SurfaceForm } from './derive-forms';
import { indexFacts } from './fact-index';
import { factSides } from './fact-sides';
import { homeCountries } from './home-countries';
import { officesOf } from './offices-of';
import { PackError } from './pack-error';
import { packDate } from './packed-date';
import { joinSections } from './section-builder';
import { sideSorter } from './sort-sides';
import type { PackSource } from './source';
import { sourceProblems } from './source-problems';
import { u32Lists } from './u32-lists';
import { cardWriter } from './write-cards';
import { writeFormers } from './write-formers';
import { writeForms } from './write-forms';
import { headWriter } from './write-heads';
import { writeSearch } from './write-search';

export function writePack(given: PackSource): Uint8Array<ArrayBuffer> {
  const [problem] = sourceProblems(given);
  if (problem) throw new PackError('invalid-source', `${problem.title}: ${problem.column} ${problem.reason}`);
  const entities = [...given.entities].sort((one, other) => compare(one.key, other.key));
  const source = { ...given, entities, facts: closeTerms(given.facts) };
  const rowOf = new Map(entities.map((entity, row) => [entity.key, row]));
  const nameOf = (key: string): string => entities[rowOf.get(key)!]!.name;
  const forms = deriveForms(source, rowOf);
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
  const neighbours = u32Lists();

  entities.forEach((entity, row) => {
    const sides = sortSides(sidesOf(row));
    const background = backgrounds.get(entity.key);
    const also = alsoOf(printed.get(entity.key) ?? [], entity.name);
    cards.put({ entity, also, sides, background });
    const tied = new Set<number>();
    const said = [entity.gloss, entity.qualifier, background?.text ?? null];
    const names: string[] = [];
    for (const { other, words } of sides) {
      if (other !== null) tied.add(other);
      said.push(words);
    }
    for (const other of [...tied].sort((one, another) => one - another)) {
      neighbours.put(other);
      names.push(entities[other]!.name);
    }
    neighbours.close();
    context.put(entity.name, said, names);
  });

  // Heads come last: the list of stems is complete only after all texts have been read.
  const { stems, of: stemsOf } = context.done();
  const heads = headWriter();
  entities.forEach((entity, row) => {
    const own = facts.own(row);
    const offices = officesOf(own, nameOf);
    heads.put({
      entity,
      facts: own,
      offices,
      neighbours: neighbours.of(row),
      stems: stemsOf(row),
    });
  });

  const search = writeSearch(entities, forms, homeCountries(entities, source.facts, rowOf), cards.append);
  const behind = cards.done();
  return joinSections(
    { entityCount: entities.length, formCount: index.formCount, edition: packDate(source.edition)! },
    {
      name: strToU8(source.name),
      ...index.sections,
      ...heads.done(),
      ...writeFormers(entities),
      stems,
      search,
      ...behind.sections,
    },
    behind.cards,
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Names worth printing, most usual (heaviest) first, without duplicates or the name itself. */
function alsoOf(forms: readonly SurfaceForm[], name: string): string[] {
  const sorted = [...forms].sort((one, other) => other.weight - one.weight || compare(one.form, other.form));
  return [...new Set(sorted.map((form) => form.form))].filter((form) => form !== name);
}
