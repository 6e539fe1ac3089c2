/** A pack of 100,000 entities: build time, size and memory. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { searchPacks } from '../../lib/knowledge';
import { type LinkingChoices, linkStory } from '../../lib/linking';
import { openPack, writePack } from '../../lib/pack';
import { CARD_BLOCK, CARD_BLOCK_FIELDS } from '../../lib/pack/layout';
import { openSections } from '../../lib/pack/sections';
import { readTables } from '../../lib/pack/tables';
import { largeTables } from './large-tables';
import { type BenchRow, median, sink } from './measure';

const ENTITIES = 100_000;
const NAMES_IN_STORY = 60;
const CHOICES: LinkingChoices = { refused: {}, muted: [], density: 'normal' };

export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-large-'));
  try {
    const { files, known } = largeTables(ENTITIES);
    const began = performance.now();
    const busy = process.cpuUsage();
    const read = readTables('Large', files);
    const bytes = writePack(read.source);
    const built = (performance.now() - began) / 1_000;
    const { user, system } = process.cpuUsage(busy);
    if (read.problems.length > 0) throw new Error('the tables have mistakes');
    const { info, scanLength } = openPack(bytes);
    console.error(
      `${info.entityCount} entities, ${info.formCount} forms, ${read.source.facts.length} facts: ` +
        `${(bytes.length / 1e6).toFixed(1)} MB, of which a scan reads ${(scanLength / 1e6).toFixed(1)}; ` +
        `${((user + system) / 1e6).toFixed(1)} s of processor`,
    );
    const row = (what: string, measured: number, unit: string, limit: number): BenchRow => ({
      what: `${what} of 100,000 entities, 300,000 forms, 500,000 facts`,
      measured,
      unit,
      limit,
      bound: 'at most',
    });
    writeFileSync(join(folder, 'large.pack'), bytes);
    writeFileSync(join(folder, 'story.txt'), storyOf(known));
    const search = bytesOfSearch(bytes);
    const slowest = await slowestSearch(bytes);
    return [
      row('building a pack', built, 's', 10),
      row('a pack without backgrounds, for an entity,', (bytes.length - search) / info.entityCount, 'bytes', 250),
      row('what a search reads of it, for an entity,', search / info.entityCount, 'bytes', 100),
      row(`the slowest of ${SOUGHT.length} searches by name in a pack`, slowest, 'ms', 50),
      row('memory after a scan and three cards with a pack', memory(folder, scanLength) / 1e6, 'MB', 40),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** From half a letter to more words than any name has. */
const SOUGHT = [
  'a',
  'be',
  'kar',
  'minister',
  'the president',
  'karo min',
  'ka ra ma',
  'qwertz',
  'ministers of the karo',
];

/** Names for a search lie behind the last card. */
function bytesOfSearch(bytes: Uint8Array): number {
  const { sections, scanLength } = openSections(bytes);
  const first = sections.cardBlocks.at(sections.search.at(0) * CARD_BLOCK_FIELDS + CARD_BLOCK.offset);
  return bytes.length - scanLength - first;
}

/** Medians, names once read: as they are while somebody types. */
async function slowestSearch(bytes: Uint8Array): Promise<number> {
  const packs = [openPack(bytes)];
  const times: number[] = [];
  for (const words of SOUGHT) {
    const runs: number[] = [];
    for (let run = 0; run < 9; run++) {
      const began = performance.now();
      sink[0] = await searchPacks(packs, { words, kind: null, country: null }, 200);
      runs.push(performance.now() - began);
    }
    times.push(median(runs));
  }
  console.error(`searches, ms: ${SOUGHT.map((words, at) => `“${words}” ${times[at]?.toFixed(1)}`).join(', ')}`);
  return Math.max(...times);
}

const storyOf = (known: readonly string[]): string =>
  known
    .slice(0, NAMES_IN_STORY)
    .map((name) => `Yesterday ${name} met the President in the capital.`)
    .join('\n');

/** Bytes, in a process that does nothing else. */
function memory(folder: string, scanLength: number): number {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url), folder, String(scanLength)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error('the pack was not read');
  return Number(stdout);
}

/** As a program of its own: how much the process holds above what it held without a pack. Arguments: folder, scan part. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = '', scanLength] = process.argv.slice(2);
  const { openPackBlob } = await import('../../lib/knowledge/pack-blob');
  const lines = readFileSync(join(folder, 'story.txt'), 'utf8').split('\n');
  const { gc } = globalThis as { gc?: () => void };
  const held = (): number => {
    gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = held();
  // A blob, as the database gives it to the worker.
  const pack = await openPackBlob(await openAsBlob(join(folder, 'large.pack')), Number(scanLength));
  const blocks = lines.map((text, id) => ({ id, text, role: 'body' as const }));
  const { mentions } = linkStory([pack], { day: '2026-11-27', title: '', blocks, memory: null }, CHOICES);
  if (mentions.length < lines.length / 2) throw new Error(`only ${mentions.length} mentions`);
  for (const { entity } of mentions.slice(0, 3)) await pack.card(pack.row(entity));
  await new Promise((done) => setTimeout(done, 100));
  console.log(held() - before);
}
