import * as v from 'valibot';
import type { Kind } from '../../../../lib/facts';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { landNoun } from '../land-noun';
import { maybeQid, text, texts } from '../read-cells';
import { from } from '../source-list';

const FILE = 'wordnet-names-2026.ndjson.gz';
const SCHEMA = v.object({ qid: maybeQid, name: text, aliases: texts, kind: text });

/** Lexical classes that are one of our kinds; the others only add names to what is known already. */
const CLASSES: Readonly<Record<string, Kind | null>> = {
  person: 'person',
  location: 'place',
  group: 'group',
  event: 'event',
  object: null,
  communication: null,
  act: null,
  artifact: null,
  time: null,
  quantity: null,
  cognition: null,
  state: null,
  phenomenon: null,
  process: null,
  relation: null,
  attribute: null,
  body: null,
  feeling: null,
  possession: null,
};

/** Names that dictionaries hold, each with what else it is called: checked by hand there. */
export function* wordnet(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const group = CLASSES[value.kind];
    if (group === undefined) {
      desk.report(place, 'left-out', 'kind', `"${value.kind}" is no class that the importer knows`);
      continue;
    }
    // Without an id a surname alone is nobody.
    if (value.qid === null) continue;
    const names = [value.name, ...value.aliases];
    // Rivers, seas and ranges stand among the objects: one of their names says which.
    const land = value.kind === 'object' ? (names.map(landNoun).find((noun) => noun !== null) ?? null) : null;
    const kind = land === null ? group : 'place';
    // A dictionary lists people by their surname.
    const name =
      kind === 'person'
        ? names.toSorted((one, other) => other.split(' ').length - one.split(' ').length)[0]
        : value.name;
    yield {
      ...OPEN,
      ...place,
      ...from('wordnet-2026'),
      qid: value.qid,
      kind,
      name: name ?? value.name,
      aliases: names.filter((one) => one !== name),
      what: land,
      fame: 10,
    };
  }
}
