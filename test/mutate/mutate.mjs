/**
 * `npm run mutate`: changes the code in small ways, one after the other, and sees whether a test fails. What no test notices
 * is told by file and line. `npm run mutate -- hover` does one room. Its rows go into `README.md` here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LEAST_KILLED, ROOMS, reportOf } from './rooms.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rooms = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(ROOMS);
const strange = rooms.filter((room) => !Object.hasOwn(ROOMS, room));
if (strange.length > 0) {
  console.error(`No such room: ${strange.join(', ')}. There are: ${Object.keys(ROOMS).join(', ')}.`);
  process.exit(2);
}

const lines = [
  '| room | mutants | killed | by the clock | survived | killed % | minutes |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
];
let failed = false;
for (const room of rooms) {
  console.log(`\n— ${room}`);
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
  lines.push(existsSync(report) ? row(room, report, (Date.now() - began) / 60_000) : `| ${room} | did not end |`);
}
console.log(`\n${lines.join('\n')}\n\nAt least ${LEAST_KILLED} % have to be killed in each room.`);
process.exit(failed ? 1 : 0);

/**
 * As Stryker counts: what ran into its time limit was noticed; what no test reaches was not. How many were noticed only by
 * the clock is told, since a busy machine may be why. A loop that has no end is not among them: Stryker counts its turns.
 */
function row(room, report, minutes) {
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (...wanted) => mutants.filter(({ status }) => wanted.includes(status)).length;
  const byClock = mutants.filter(
    ({ status, statusReason }) => status === 'Timeout' && !statusReason?.startsWith('Hit limit reached'),
  ).length;
  const [killed, survived] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
  const all = killed + survived;
  const cells = [room, all, killed, byClock, survived, ((100 * killed) / all).toFixed(1), minutes.toFixed(0)];
  return `| ${cells.join(' | ')} |`;
}
