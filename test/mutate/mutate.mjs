/**
 * `npm run mutate`: changes the code in small ways, one after the other, and checks whether a test fails. Changes that
 * no test notices are listed by file and line. `npm run mutate -- hover` does one room. Its rows go into `README.md`
 * here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LEAST_KILLED, ROOMS, reportOf } from './rooms.mjs';
import { tryBreaks } from './try-breaks.mjs';

/** Not Stryker's: mistakes that were thought of by hand. */
const BY_HAND = 'breaks';

const root = fileURLToPath(new URL('../..', import.meta.url));
const all = [BY_HAND, ...Object.keys(ROOMS)];
const rooms = process.argv.length > 2 ? process.argv.slice(2) : all;
const strange = rooms.filter((room) => !all.includes(room));
if (strange.length > 0) {
  console.error(`No such room: ${strange.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(2);
}

const lines = [
  '| room | mutants | killed | by the clock | survived | killed % | minutes |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
];
let failed = false;
for (const room of rooms) {
  console.log(`\n— ${room}`);
  if (room === BY_HAND) {
    const began = Date.now();
    const { made, noticed } = tryBreaks(root);
    failed ||= noticed < made;
    lines.push(cells(room, made, noticed, 0, began));
    continue;
  }
  const report = join(root, reportOf(room));
  rmSync(report, { force: true });
  const began = Date.now();
  const { status, signal } = spawnSync('npx', ['stryker', 'run', 'test/mutate/stryker.config.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATE_ROOM: room },
  });
  // Below the limit Stryker ends with a failure, too; then there is a report all the same.
  failed ||= status !== 0;
  if (signal) console.error(`Stryker was ended by ${signal}.`);
  lines.push(existsSync(report) ? row(room, report, began) : `| ${room} | did not end |`);
}
console.log(
  `\n${lines.join('\n')}\n\nAt least ${LEAST_KILLED} % have to be killed in each room, and all of ${BY_HAND}.`,
);
process.exit(failed ? 1 : 0);

/**
 * As Stryker counts: what ran into its time limit was noticed; what no test reaches was not. How many were noticed only by
 * the clock is told, since a busy machine may be why. A loop that has no end is not among them: Stryker counts its turns.
 */
function row(room, report, began) {
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (...wanted) => mutants.filter(({ status }) => wanted.includes(status)).length;
  const byClock = mutants.filter(
    ({ status, statusReason }) => status === 'Timeout' && !statusReason?.startsWith('Hit limit reached'),
  ).length;
  const [killed, survived] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
  return cells(room, killed + survived, killed, byClock, began);
}

function cells(room, made, killed, byClock, began) {
  const minutes = (Date.now() - began) / 60_000;
  return `| ${[room, made, killed, byClock, made - killed, ((100 * killed) / made).toFixed(1), minutes.toFixed(0)].join(' | ')} |`;
}
