/** A pack of one town, for tests of packs in the library: small, and on the page `made/plain.html` by "Officials". */
import { type PackSource, writePack } from '../../lib/pack';

const source = { name: 'Editors of a test', url: 'https://editors.example/', licence: 'CC0 1.0', asOf: '2026-11-22' };

export interface Town {
  readonly name: string;
  readonly edition?: string;
  readonly gloss?: string;
  /** Towns without a story, that make the pack longer. */
  readonly more?: number;
}

export function townPack({ name, edition = '2026-11-22', gloss = 'Town that only this pack knows', more = 0 }: Town) {
  const town = (key: string, title: string) => ({
    key,
    formerly: [],
    kind: 'place' as const,
    name: title,
    qualifier: '',
    gloss,
    wikipedia: null,
    wikidata: null,
    prominence: 90,
    nouns: [],
    source,
  });
  const pack: PackSource = {
    name,
    edition,
    entities: [
      town('harbour-town', 'Harbour Town'),
      ...Array.from({ length: more }, (_, at) => town(`mill-town-${at}`, `Mill Town ${at}`)),
    ],
    forms: ['Harbour Town', 'Officials'].map((form) => ({
      entity: 'harbour-town',
      form,
      use: 'name',
      company: [],
      from: null,
      to: null,
      weight: 1,
      transliterated: false,
      printed: false,
    })),
    facts: [],
    backgrounds: [],
  };
  return Buffer.from(writePack(pack));
}
