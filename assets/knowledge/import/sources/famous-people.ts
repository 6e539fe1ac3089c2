import * as v from 'valibot';
import type { Desk } from '../desk';
import { fameOfPantheon } from '../fame';
import { type Imported, OPEN } from '../imported';
import { maybeDate, maybeNumber, maybeQid, maybeText, text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'people-pantheon-2025.ndjson.gz';
const SCHEMA = v.object({
  qid: maybeQid,
  name: text,
  occupation: maybeText,
  born: maybeDate,
  died: maybeDate,
  hpi: maybeNumber,
  src: v.picklist(['pantheon2025', 'doa', 'doa2']),
});
const SPELT: Readonly<Record<string, string | null>> = {
  'nfl player': 'American football player',
  'nhl player': 'ice hockey player',
  'nba player': 'basketball player',
  'mlb player': 'baseball player',
  'soccer player': 'football player',
  'association football player': 'football player',
  'association football coach': 'football coach',
  'military personnel': 'soldier or officer',
  'martial arts': 'martial artist',
  'athletics competitor': 'athlete',
  'social activist': 'activist',
  'chief executive officer': 'businessperson',
  // What says nothing of what somebody did, or what many did besides.
  celebrity: null,
  companion: null,
  extremist: null,
  inspiration: null,
  teacher: null,
  'university teacher': null,
  professor: null,
  pedagogue: null,
  manager: null,
  socialite: null,
  intellectual: null,
  chairperson: null,
  'chief officer': null,
  esperantist: null,
};

/** Famous people by occupation, birth and how well they are known. */
export function* famousPeople(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const occupation =
      value.occupation !== null && value.occupation in SPELT ? (SPELT[value.occupation] ?? null) : value.occupation;
    yield {
      ...OPEN,
      ...place,
      ...from(value.src === 'pantheon2025' ? 'pantheon-2025' : 'wikidata-deaths-2026'),
      qid: value.qid,
      kind: 'person',
      name: value.name,
      what: occupation,
      facts: [
        { property: 'born', start: desk.date(place, 'born', value.born) },
        { property: 'died', start: desk.date(place, 'died', value.died) },
      ],
      // Whoever's death is listed was known.
      fame: value.hpi === null ? 12 : fameOfPantheon(value.hpi) + 8,
      wanted: value.qid !== null || value.hpi !== null || occupation?.endsWith('player') === true,
    };
  }
}
