/**
 * `npm test`: installs what is missing, then everything that can fail, cheapest first.
 * `npm test -- unit` runs only the steps whose name holds "unit".
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findProgram, installModules, installPrograms, ROOT, versionOf } from './install.mjs';

const only = process.argv[2] ?? '';
installModules();
installPrograms(['chromium', 'firefox', 'mediawiki', 'apache', 'rclone', 'age']);
for (const name of ['chromium', 'firefox']) console.log(versionOf(findProgram(name)));

const AMO = ['lint', '--source-dir', '.output/firefox-mv3'];
const results = mkdtempSync(join(tmpdir(), 'backstory-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
/** Said again at the very end: a log that was cut still tells what failed. */
const failures = [];
/** A step failed: what would follow builds upon it. */
let broken = false;

const TYPES = ['tsconfig.json', 'lib/tsconfig.pure.json'].map((config) => ['tsc', '-p', config]);
await steps(
  ['lint, and the world pack and types prepared', ['biome', 'ci', '--error-on-warnings', '.'], ['wxt', 'prepare']],
  ['types (also of the pure rooms), unused code', ...TYPES, ['knip']],
);
endIfBroken();
// Side by side: either leaves a core idle now and then, the one for servers, the other where files are read and written.
await Promise.all([
  vitest('unit tests and real servers', 'test/vitest.config.ts'),
  steps(
    ['build', ['wxt', 'build', '-b', 'chrome'], ['wxt', 'build', '-b', 'firefox']],
    ['the demo, made of the builds', ['tsx', 'test/tools/make-demo.ts']],
    ['size, and the rules of addons.mozilla.org', ['size-limit'], ['web-ext', ...AMO]],
  ),
]);
endIfBroken();
await vitest('browser tests and attacks', 'test/browser/vitest.config.ts');

end();

function endIfBroken() {
  if (broken) end();
}

function end() {
  rmSync(results, { recursive: true, force: true });
  const { passed, failed, skipped } = totals;
  for (const failure of failures) console.log(`\nFailed: ${failure}`);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed > 0 ? 1 : 0);
}

/** Each builds upon the one before. */
async function steps(...all) {
  for (const [name, ...programs] of all) if (!broken) await step(name, ...programs);
}

/** One check, of programs that run side by side. */
async function step(name, ...programs) {
  if (!name.includes(only)) return;
  const { seconds, statuses } = await timed(name, ...programs);
  const failed = programs.filter((_, nth) => statuses[nth] !== 0);
  if (failed.length > 0) {
    broken = true;
    totals.failed++;
    failures.push(...failed.map((program) => `${name} (npx ${program.join(' ')})`));
    return;
  }
  totals.passed++;
  console.log(`ok: ${name} (${seconds} s)`);
}

async function vitest(name, config) {
  if (!name.includes(only)) return;
  const file = join(results, `${config.replaceAll('/', '-')}.json`);
  const program = [
    'vitest',
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${file}`,
  ];
  const { seconds, statuses } = await timed(name, program);
  const report = readReport(file);
  totals.passed += report.numPassedTests;
  totals.skipped += report.numPendingTests;
  console.log(`${name}: ${seconds} s`);
  if (statuses[0] === 0) return;
  // A file that cannot even be loaded has no failed test of its own.
  totals.failed += Math.max(report.numFailedTests, 1);
  failures.push(...failuresIn(report), `${name} (npx ${program.slice(0, 4).join(' ')})`);
}

async function timed(name, ...programs) {
  console.log(`\n— ${name}`);
  const began = Date.now();
  const environment = { BACKSTORY_CHROMIUM: findProgram('chromium'), BACKSTORY_FIREFOX: findProgram('firefox') };
  const env = { ...process.env, ...environment };
  const run = (program) =>
    new Promise((ended) => {
      spawn('npx', program, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env })
        .on('error', () => ended(1))
        .on('exit', (status) => ended(status ?? 1));
    });
  const statuses = await Promise.all(programs.map(run));
  return { seconds: ((Date.now() - began) / 1000).toFixed(1), statuses };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, testResults: [] };
  }
}

/** Each failed test by file and name, with the first lines of why; a file that did not load, by what it said. */
function failuresIn({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return message ? [`${file}: ${firstLines(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${file} > ${fullName}: ${firstLines(failureMessages.join())}`,
    );
  });
}

function firstLines(text) {
  return text.split('\n').slice(0, 4).join('\n  ');
}
