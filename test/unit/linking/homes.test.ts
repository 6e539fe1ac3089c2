/** Where an entity is at home, as the tables say it in words. */
import { expect, it } from 'vitest';
import { countriesOf, homesOf } from '../../../lib/linking/known/homes';
import { openShelf, type Ref } from '../../../lib/linking/known/shelf';
import { openPack, writePack } from '../../../lib/pack';
import { world } from './small-world';

const entity = (key: string, kind: (typeof world.entities)[number]['kind'], name: string, gloss: string) => ({
  ...world.entities[0]!,
  key,
  kind,
  name,
  gloss,
});
const tie = (of: string, value: string) => ({ ...world.facts[0]!, entity: of, property: 'related' as const, value, words: 'seat', start: null, end: null }); // biome-ignore format: one row a line
const pack = openPack(
  writePack({
    ...world,
    entities: [
      entity('orlia', 'place', 'Orlia', 'Country in the south, capital Orl'),
      entity('tarn', 'place', 'Tarn', 'Country in the north, capital Tarnstadt'),
      entity('orl', 'place', 'Orl', 'Capital of Orlia'),
      entity('port-orl', 'place', 'Port Orl', 'Harbour of Orl'),
      entity('tarnstadt', 'place', 'Tarnstadt', 'Capital of Tarn'),
      entity('moor', 'place', 'Moor', 'Region of Orlia and Tarn'),
      entity('long-river', 'place', 'Long River', 'River through Orlia and Tarn'),
      entity('mainland', 'place', 'Mainland', 'Largest continent, with Orlia in it'),
      entity('post', 'media', 'Port Orl Post', 'Daily'),
      entity('tarn-person', 'person', 'Tarn Adler', 'Singer from Orlia'),
      entity('fleet', 'group', 'Long Fleet', 'Ships in the Orlia Sea, with a house in Tarnstadt'),
      entity('gulf-fleet', 'group', 'Gulf Fleet', 'Ships in the Gulf of Orlia, with a house in Tarnstadt'),
      entity('rafts', 'group', 'Rafts', 'Boatmen of the Long River'),
      entity('moorers', 'group', 'Moorers', 'Farmers of Moor'),
      entity('bishops', 'group', 'Bishops', 'Council of Mainland'),
      entity('nomads', 'group', 'Nomads', 'Riders of no land'),
      entity('moorfield-one', 'place', 'Moorfield', 'Town in Orlia'),
      entity('moorfield-other', 'place', 'Moorfield', 'Town in Tarn'),
      entity('gazette', 'media', 'Gazette', 'Daily of Moorfield'),
      entity('herald', 'media', 'Herald', 'Daily of Moorfield'),
    ],
    forms: [],
    facts: [tie('gazette', 'moorfield-one'), tie('herald', 'moorfield-other')],
  }),
);
const shelf = openShelf([pack]);
const keys = (refs: readonly Ref[]) => refs.map((ref) => shelf.entity(ref).key).sort();
const homes = (key: string) => keys(homesOf(shelf.find(key)!, shelf));
const countries = (key: string) => keys(countriesOf(shelf.find(key)!, shelf));

it.each([
  ['a paper, by the town in its name, that of the town, and that of the country', 'post', ['orl', 'orlia', 'port-orl']],
  ['a town, in itself, too', 'orl', ['orl', 'orlia']],
  ['a country, in itself and not in its capital', 'orlia', ['orlia']],
  ['a body of nowhere', 'nomads', []],
])('%s', (_, key, expected) => {
  expect(homes(key as string)).toEqual(expected);
});

it.each([
  ['a person is not at home in a country by whose name he is called', 'tarn-person', ['orlia']],
  ['a sea called after a country is not in it', 'fleet', ['tarn']],
  ['a gulf called after a country is not in it', 'gulf-fleet', ['tarn']],
  ['what lies on a border is in both countries', 'moor', ['orlia', 'tarn']],
  ['what is of a place on a border is in neither', 'moorers', []],
  ['what is of a river through two countries is in neither', 'rafts', []],
  ['what is of a continent is in no country of it', 'bishops', []],
  ['of two towns of one name it is the one that is tied to it', 'gazette', ['orlia']],
  ['of two towns of one name it is the one that is tied to it, whichever that is', 'herald', ['tarn']],
])('%s', (_, key, expected) => {
  expect(countries(key as string)).toEqual(expected);
});
