/** Adds the names that no pack knows to a page's spots, so that they can be pointed at; they get no mark. */
import { groupBy } from '../../lists';
import type { PageIndex } from './page-index';
import type { Spot } from './spot';
import type { MappedBlock } from './text-block';
import type { KeyedName, UnknownEntry } from './unknown-entry';

/** Returns the entries for the list of names. Existing mentions take precedence. */
export function putUnknown(index: PageIndex, names: readonly KeyedName[]): readonly UnknownEntry[] {
  const entries = names.map(entryOf);
  const places = names.flatMap(({ places }, at) => places.map((place) => ({ ...place, entry: entries[at]! })));
  const byBlock = groupBy(places, ({ block }) => block);
  for (const block of index.blocks) {
    const before = index.spotsIn(block);
    const known = before.filter(({ unknown }) => unknown === undefined);
    const free = (byBlock.get(block.id) ?? []).filter(({ start, end }) =>
      known.every(({ mention }) => mention.end <= start || end <= mention.start),
    );
    if (free.length === 0 && known.length === before.length) continue;
    const fresh = free.map(({ start, end, entry }) => unknownSpot(block, start, end, entry));
    index.setSpots(
      block,
      [...known, ...fresh].sort((one, other) => one.mention.start - other.mention.start),
    );
  }
  return entries;
}

const entryOf = ({ key, name, language, kind, roles, places, says }: KeyedName): UnknownEntry => ({
  key,
  name,
  language,
  kind,
  roles,
  count: places.length,
  says: says.map(({ text, by, role }) => ({ text, by, role })),
});

const unknownSpot = (block: MappedBlock, start: number, end: number, unknown: UnknownEntry): Spot => ({
  id: `${block.id}:${start}`,
  block,
  unknown,
  mention: {
    block: block.id,
    start,
    end,
    entity: unknown.key,
    confidence: 0,
    salience: 0,
    marked: false,
    evidence: { type: 'only' },
    runnersUp: [],
  },
});
