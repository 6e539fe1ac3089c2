/**
 * How long a worker takes to start with a pack of 100,000 entities, in a real Chromium: the worker is killed and then
 * asked for a scan, in turns with one that has a pack of 3,000.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePack } from '../../lib/pack';
import { readTables } from '../../lib/pack/tables';
import { CHROME_BUILD, openSession, type Session } from '../browser/extension/session';
import { largeTables } from './large-tables';
import { type BenchRow, median } from './measure';

const MANY = 100_000;
const FEW = 3_000;
const NAMES_IN_STORY = 60;
const BIRTHS = 11;
/** Until the first worker has made its copy of the pack. */
const SETTLED_MS = 5_000;
const LIMIT_MS = 60;

interface Side {
  readonly session: Session;
  /** Milliseconds from the question to the answer, the worker being dead. */
  birth(): Promise<number>;
}

export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-cold-'));
  const sides: Side[] = [];
  try {
    for (const count of [FEW, MANY]) sides.push(await openWith(join(folder, String(count)), count));
    const times: number[][] = sides.map(() => []);
    for (let round = 0; round < BIRTHS; round++) {
      for (const [at, side] of sides.entries()) times[at]!.push(await side.birth());
    }
    const [few, many] = times.map(median) as [number, number];
    const best = times.map((list) => Math.min(...list).toFixed(0));
    console.error(
      `scan of a dead worker: ${few.toFixed(0)} ms, with the large pack ${many.toFixed(0)} ms; best ${best}`,
    );
    return [
      {
        what: `scan of a worker that has to be born, 100,000 entities above 3,000, medians of ${BIRTHS}`,
        measured: many - few,
        unit: 'ms',
        limit: LIMIT_MS,
        bound: 'at most',
      },
    ];
  } finally {
    await Promise.all(sides.map(({ session }) => session.close()));
    rmSync(folder, { recursive: true });
  }
}

async function openWith(extension: string, count: number): Promise<Side> {
  const { files, known } = largeTables(count);
  cpSync(CHROME_BUILD, extension, { recursive: true });
  writeFileSync(join(extension, 'packs/world.pack'), writePack(readTables('Large', files).source));
  const session = await openSession({ extension });
  const control = await session.control();
  const lines = known.slice(0, NAMES_IN_STORY).map((name) => `Yesterday ${name} met the President in the capital.`);
  const blocks = lines.map((text, id) => ({ id, text, role: 'body' }));
  const message = {
    id: 0,
    type: 'background.scan',
    data: { story: { day: '2026-11-27', title: '', blocks, memory: null } },
    timestamp: 0,
  };
  const scan = async (): Promise<number> => {
    const { took, found } = await control.evaluate(async (asked) => {
      const began = performance.now();
      const answer = (await chrome.runtime.sendMessage(asked)) as { res?: { mentions: unknown[] } };
      return { took: performance.now() - began, found: answer.res?.mentions.length ?? JSON.stringify(answer) };
    }, message);
    if (typeof found !== 'number' || found < NAMES_IN_STORY / 2) throw new Error(`${found} mentions`);
    return took;
  };
  await scan();
  await new Promise((done) => setTimeout(done, SETTLED_MS));
  return {
    session,
    async birth() {
      await session.killWorker();
      return scan();
    },
  };
}
