/** From the folder of facts to tables: reads every source, joins the rows, chooses and names what is in the pack. */
import type { PackSource } from '../../../lib/pack';
import { type Addition, addToWritten } from './add-to-written';
import { type Choice, chooseEntities } from './choose-entities';
import { readCommonWords } from './common-words';
import { type Countries, readCountries } from './countries';
import { createDesk, type Desk, type ImportProblem } from './desk';
import { type Draft, draftOf } from './draft';
import type { MovedKey } from './former-keys';
import { glossOf } from './gloss';
import type { Imported } from './imported';
import { joinRows } from './join';
import { joinDoubles } from './join-doubles';
import { readKnownTitles } from './known-titles';
import { ownNames } from './own-names';
import { brands } from './sources/brands';
import { clubs } from './sources/clubs';
import { companies } from './sources/companies';
import { congress } from './sources/congress';
import { events } from './sources/events';
import { famousPeople } from './sources/famous-people';
import { films } from './sources/films';
import { nature } from './sources/nature';
import { newsTopics } from './sources/news-topics';
import { newspapers } from './sources/newspapers';
import { notableRows } from './sources/notable-rows';
import { notableThings } from './sources/notable-things';
import { officeholders } from './sources/officeholders';
import { organisations } from './sources/organisations';
import { parties } from './sources/parties';
import { places } from './sources/places';
import { politicians } from './sources/politicians';
import { research } from './sources/research';
import { sanctions } from './sources/sanctions';
import { sportspeople } from './sources/sportspeople';
import { vital } from './sources/vital';
import { wellKnown } from './sources/well-known';
import { wordnet } from './sources/wordnet';
import { withTrades, workTies } from './works';
import { type ImportedTables, slugsOf, writeTables } from './write-tables';

export type SourceReader = (desk: Desk, countries: Countries) => Generator<Imported>;

export const SOURCE_READERS: readonly SourceReader[] = [
  congress,
  politicians,
  officeholders,
  parties,
  organisations,
  research,
  companies,
  newspapers,
  brands,
  sanctions,
  places,
  nature,
  notableRows,
  notableThings,
  wellKnown,
  wordnet,
  events,
  newsTopics,
  famousPeople,
  sportspeople,
  clubs,
  films,
  vital,
];

export const MOST_ENTITIES = 95_900;

/** "Gruenstadt" is the town first. */
const isClub = ({ kind, name }: Draft): boolean => kind === 'team' && !name.includes(' ');

export interface ImportedWorld {
  /** Null where a file is not what the importer was written for: half a world is none. */
  readonly tables: ImportedTables | null;
  readonly choice: Choice | null;
  /** Keys of what turned out to be another of the drafts. */
  readonly merged: readonly MovedKey[];
  readonly additions: readonly Addition[];
  readonly problems: readonly ImportProblem[];
}

/** `sources`: ids of the sources that the hand-written tables list. */
export function importWorld(
  folder: string,
  byHand: Pick<PackSource, 'entities' | 'forms' | 'facts'>,
  sources: readonly string[],
  most = MOST_ENTITIES,
): ImportedWorld {
  const desk = createDesk(folder);
  const countries = readCountries(byHand);
  const rows: Imported[] = [];
  for (const read of SOURCE_READERS) for (const row of read(desk, countries)) rows.push(row);
  const born = rows.filter(
    ({ kind, facts }) => kind === 'person' && facts.some(({ property, start }) => property === 'born' && start),
  );
  const titles = rows.flatMap(({ source, title }) => (source === 'vital-2025' && title ? [title] : []));
  const common = readCommonWords(desk, titles);
  const known = readKnownTitles(
    desk,
    born.map(({ name }) => name),
    common,
  );
  if (desk.problems.some(({ severity }) => severity === 'error'))
    return { tables: null, choice: null, merged: [], additions: [], problems: desk.problems };

  const told = withTrades(
    joinRows(rows, desk, countries, known)
      .map((joined) => draftOf(joined, desk, countries, known, common))
      .filter((draft) => draft !== null),
    rows,
  );
  const articles = rows.flatMap(({ title }) => title ?? []);
  const isOwn = ownNames(told, articles, known, common);
  // A file that names no article may still be about one, where the name can be of nothing else.
  const drafts = told.map((draft) =>
    draft.title === null && isOwn(draft) && !isClub(draft)
      ? { ...draft, fame: draft.fame + known.fame(draft.name) }
      : draft,
  );
  slugsOf(drafts, new Set(byHand.entities.flatMap(({ key, formerly }) => [key, ...formerly])));
  const { drafts: single, merged } = joinDoubles(drafts);
  const choice = chooseEntities(single, byHand, known, common, countries, isOwn, most);
  const additions = addToWritten(single, byHand);
  const ties = workTies(choice.chosen, byHand, glossOf);
  return {
    tables: writeTables(choice.chosen, additions, ties, sources),
    choice,
    merged,
    additions,
    problems: desk.problems,
  };
}
