/** Opens a pack over its scan part: rows are decoded on demand, and every read is checked. */
import { plainLabel } from '../text';
import { damaged } from './damaged';
import { decodeUtf8 } from './decode-utf8';
import { createDetector } from './detect';
import { openFormIndex } from './form-index';
import { unpackDay } from './packed-date';
import { openCards } from './read-cards';
import { openFormers } from './read-formers';
import { openHeads } from './read-heads';
import { openSearch } from './read-search';
import { openSources } from './read-sources';
import { openSections } from './sections';
import type { Pack } from './types';

/** Reads bytes behind the scan part; offsets are relative to its end. */
export type ReadCards = (from: number, to: number) => Promise<Uint8Array>;

/** `input` is a whole pack; with `readCards` it may end after the scan part. */
export function openPack(input: ArrayBuffer | Uint8Array, readCards?: ReadCards): Pack {
  const opened = openSections(input, readCards !== undefined);
  const { bytes, sections, entityCount, scanLength } = opened;
  const { name } = sections;
  const index = openFormIndex(sections, entityCount);
  const heads = openHeads(sections, entityCount);
  const sources = openSources(sections);
  const formers = openFormers(sections, entityCount);
  const cards = openCards(
    sections,
    heads,
    sources,
    readCards ?? (async (from, to) => bytes.subarray(scanLength + from, scanLength + to)),
  );
  const search = openSearch(sections, heads, cards);
  const edition = unpackDay(opened.edition);
  if (!edition) throw damaged('edition');

  return {
    info: {
      name: plainLabel(decodeUtf8(name.range(0, name.length))),
      edition,
      formatVersion: opened.formatVersion,
      entityCount,
      formCount: opened.formCount,
      byteLength: opened.byteLength,
    },
    scanLength,
    sourceCount: sources.count,
    source: sources.at,
    detect: createDetector(sections, index),
    candidates: index.candidates,
    similar: index.similar,
    row: heads.row,
    key: heads.key,
    heirs: formers.heirs,
    formerKeys: formers.keysOf,
    entity: heads.entity,
    life: heads.life,
    offices: heads.offices,
    neighbours: heads.neighbours,
    contextStems: heads.stems,
    card: cards.card,
    qualifier: cards.qualifier,
    names: search.names,
    writtenNames: search.writtenNames,
  };
}
