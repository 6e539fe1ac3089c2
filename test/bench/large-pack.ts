/** A pack of 100,000 entities: how long it is built, how large it is, how much memory it takes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LinkingChoices, linkStory } from '../../lib/linking';
import { openPack, writePack } from '../../lib/pack';
import { readTables } from '../../lib/pack/tables';
import { largeTables } from './large-tables';
import type { BenchRow } from './measure';

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
    return [
      row('building a pack', built, 's', 10),
      row('a pack without backgrounds, for an entity,', bytes.length / info.entityCount, 'bytes', 250),
      row('memory after a scan and three cards with a pack', memory(folder, scanLength) / 1e6, 'MB', 40),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
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
