import type { Mention } from '../../../lib/linking';
import type { EntityRow } from '../../../lib/pack';
import type { BenchmarkDocument } from './benchmark-documents';
import type { GoldEntities } from './gold-entities';

/** A line that the scorer of the public sets reads: offsets in code points, ids where known, else titles. */
export function prediction(
  document: BenchmarkDocument,
  mentions: readonly Mention[],
  rows: ReadonlyMap<string, EntityRow>,
  gold: GoldEntities,
): string {
  const points = (offset: number): number => [...document.text.slice(0, offset)].length;
  return JSON.stringify({
    id: document.id,
    entity_mentions: mentions.map(({ start, end, entity }) => {
      const wikidata = rows.get(entity)?.wikidata;
      const span = [points(start), points(end)];
      return wikidata ? { span, id: wikidata } : { span, title: gold.titleOf(entity) };
    }),
  });
}
