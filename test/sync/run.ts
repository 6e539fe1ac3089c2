/**
 * `npm run test:sync`: scripts of sync, 10,000 unless SCRIPTS says otherwise, over as many processes as there are cores
 * or PROCESSES says: three of four over folders, the fourth over the browser account, unless KIND=folder or
 * KIND=account says otherwise.
 * Each prints the seed of a script that broke a law; `SEED=… npm run test:sync` runs that one alone.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runAccountScript } from './account-script';
import { fastVault } from './fast-vault';
import { createIndexedDatabase } from './indexed-database';
import { createMemoryDatabase } from './memory-database';
import { runScript } from './script';
import { seededCrypto } from './seeded-crypto';

const SCRIPTS = Number(process.env.SCRIPTS ?? 10_000);
/** Scripts over IndexedDB itself, at several times the price. */
const INDEXED_EVERY = 30;
/** Whatever the seeds say. */
const onlyKind = process.env.KIND;
const one = process.env.SEED;
const share = process.argv[2];

interface Tally {
  scripts: number;
  broken: number;
  rounds: number;
  files: number;
  events: Record<string, number>;
}

if (one !== undefined) {
  const tally = await runAll([Number(one)]);
  report(tally, 0);
} else if (share !== undefined) {
  const [first = 0, step = 1, base = 0] = share.split(',').map(Number);
  const seeds = Array.from({ length: Math.ceil((SCRIPTS - first) / step) }, (_, i) => base + first + i * step);
  process.send?.(await runAll(seeds));
} else {
  const base = Number(process.env.BASE ?? Math.floor(Math.random() * 1_000_000) * 1000);
  const workers = Math.max(1, Number(process.env.PROCESSES ?? availableParallelism()));
  console.log(`${SCRIPTS} scripts from seed ${base}, ${workers} processes`);
  const begun = Date.now();
  const tallies = await Promise.all(Array.from({ length: workers }, (_, i) => inProcess(`${i},${workers},${base}`)));
  report(tallies.reduce(add), Date.now() - begun);
}

function kindOf(seed: number): string {
  return onlyKind ?? (seed % 4 === 2 ? 'account' : 'folder');
}

async function runAll(seeds: readonly number[]): Promise<Tally> {
  const tally: Tally = { scripts: 0, broken: 0, rounds: 0, files: 0, events: {} };
  for (const seed of seeds) {
    tally.scripts++;
    try {
      const restore = seededCrypto(seed);
      const outcome = await (kindOf(seed) === 'account' ? runAccountScript : runScript)(seed, {
        vaultOf: fastVault,
        databaseOf: seed % INDEXED_EVERY === 0 ? createIndexedDatabase : createMemoryDatabase,
        ...(one && { tell: console.log }),
      }).finally(restore);
      tally.rounds = Math.max(tally.rounds, outcome.rounds);
      tally.files = Math.max(tally.files, outcome.files);
      for (const [event, times] of Object.entries(outcome.events)) {
        tally.events[event] = (tally.events[event] ?? 0) + times;
      }
    } catch (error) {
      tally.broken++;
      const why = error instanceof Error ? error : new Error(String(error));
      console.error(
        `${onlyKind ? `KIND=${onlyKind} ` : ''}SEED=${seed}  ${one === undefined && tally.broken > 3 ? why.message : (why.stack ?? why.message)}`,
      );
      if (tally.broken >= 20) break;
    }
  }
  return tally;
}

function inProcess(part: string): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [part], { execArgv: ['--import', 'tsx'] });
    child.once('message', (tally) => resolve(tally as Tally));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? null : reject(new Error(`a process of scripts ended with ${code}`))));
  });
}

function add(a: Tally, b: Tally): Tally {
  const events = { ...a.events };
  for (const [event, times] of Object.entries(b.events)) events[event] = (events[event] ?? 0) + times;
  return {
    scripts: a.scripts + b.scripts,
    broken: a.broken + b.broken,
    rounds: Math.max(a.rounds, b.rounds),
    files: Math.max(a.files, b.files),
    events,
  };
}

function report({ scripts, broken, rounds, files, events }: Tally, ms: number): void {
  const happened = Object.entries(events).sort(([, a], [, b]) => b - a);
  console.log(happened.map(([event, times]) => `${event} ${times}`).join(', '));
  console.log(`at most ${rounds} rounds until quiet, ${files} files or items in one place`);
  console.log(`${scripts - broken} of ${scripts} scripts hold the laws${ms ? `, ${(ms / 1000).toFixed(0)} s` : ''}`);
  process.exitCode = broken > 0 ? 1 : 0;
}
