import * as v from 'valibot';
import type { Desk } from '../desk';
import { type Imported, type ImportedFact, OPEN } from '../imported';
import { maybeDate, maybeQid, maybeText, text, texts } from '../read-cells';
import { from } from '../source-list';

const FILE = 'sportspeople-2026.ndjson.gz';
const years = v.optional(v.nullable(v.tuple([maybeText, maybeText])), null);
const SCHEMA = v.object({
  qid: maybeQid,
  title: maybeText,
  name: text,
  aliases: texts,
  kind: v.string(),
  occupation: maybeText,
  country: maybeText,
  born: maybeDate,
  died: maybeDate,
  world_cups: maybeText,
  mlb: years,
  seasons: years,
  src: text,
});

const SOURCES: Readonly<Record<string, string>> = {
  worldcup: 'world-cup-2026',
  nba: 'nba-2026',
  tennis: 'tennis-2024',
  chadwick: 'baseball-2026',
  f1db: 'formula-one-2026',
};
/** Players of earlier days are in the pack where they are known; a squad of a World Cup is soon forgotten. */
const SINCE = '1990';
const CUPS_SINCE = '2006';
/** The season is in the news every day, where English is spoken. */
const NBA_SINCE = '2000';
const OCCUPATIONS: Readonly<Record<string, string>> = { 'NBA basketball player': 'basketball player' };

/** A season of the NBA is called by the year in which it begins, and is played until the next; one of baseball is within a year. */
const lastYear = (season: string | null, league: string): string | null =>
  season !== null && league === 'NBA' ? String(Number(season.slice(0, 4)) + 1) : season;

/** Players of World Cups, baseball, tennis, the NBA and Formula One. */
export function* sportspeople(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const source = SOURCES[value.src];
    if (!source || (value.kind !== 'person' && value.kind !== 'Formula One constructor')) {
      desk.report(
        place,
        'left-out',
        source ? 'kind' : 'src',
        `"${source ? value.kind : value.src}" is none that the importer knows`,
      );
      continue;
    }
    const isPerson = value.kind === 'person';
    const facts: ImportedFact[] = [];
    if (isPerson)
      facts.push(
        { property: 'born', start: desk.date(place, 'born', value.born) },
        { property: 'died', start: desk.date(place, 'died', value.died) },
      );
    const played = value.mlb ?? value.seasons;
    const league = value.mlb ? 'Major League Baseball' : 'NBA';
    // Whoever played in the season that the file ends with plays on for all that it knows.
    const hasEnded = played?.[1] != null && Number(played[1].slice(0, 4)) < Number(from(source).asOf.slice(0, 4)) - 1;
    if (played?.[0])
      facts.push({
        property: 'role',
        words: `${hasEnded ? 'Played' : 'Plays'} in ${league === 'NBA' ? 'the NBA' : league}`,
        ...desk.span(place, played[0], hasEnded ? lastYear(played[1], league) : null),
      });
    // The register of baseball also holds owners of clubs, and actors: a player is who has seasons.
    const isOnlyListed = value.src === 'chadwick' && !played?.[0];
    const cups = value.world_cups;
    const last = cups?.split(', ').at(-1) ?? played?.[1] ?? (value.src === 'tennis' ? null : SINCE);
    const occupation = value.occupation?.replace(/ \(.*\)$/, '') ?? null;
    yield {
      ...OPEN,
      ...place,
      ...from(source),
      qid: value.qid,
      title: value.title,
      // "Renault" is the firm, which another file has.
      kind: isPerson ? 'person' : /\s/.test(value.name) ? 'team' : null,
      name: value.name,
      aliases: value.aliases.flatMap((one) => one.split('; ')),
      country: value.country,
      what: isPerson ? (isOnlyListed ? null : (OCCUPATIONS[occupation ?? ''] ?? occupation)) : 'Formula One team',
      facts,
      remark: cups ? `World Cup ${cups}` : null,
      fame: cups ? 5 + 4 * cups.split(', ').length : value.src === 'nba' && last !== null && last >= NBA_SINCE ? 12 : 3,
      wanted: value.src !== 'tennis' && !isOnlyListed && last !== null && last >= (cups ? CUPS_SINCE : SINCE),
    };
  }
}
