/**
 * `npm test`: installs what is missing, then everything that can fail, cheapest first.
 * `npm test -- unit` runs only the steps whose name holds "unit".
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findProgram, installModules, installPrograms, ROOT, versionOf } from './install.mjs';

const only = process.argv[2] ?? '';
installModules();
installPrograms(['chromium', 'firefox', 'mediawiki', 'apache', 'rclone', 'age']);
for (const name of ['chromium', 'firefox']) console.log(versionOf(findProgram(name)));

const results = mkdtempSync(join(tmpdir(), 'backstory-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
/** Said again at the very end: a log that was cut still tells what failed. */
const failures = [];

step('types prepared', 'npx', ['wxt', 'prepare']);
step('lint', 'npx', ['biome', 'ci', '.']);
step('types', 'npx', ['tsc', '-p', 'tsconfig.json']);
step('types of the pure rooms', 'npx', ['tsc', '-p', 'lib/tsconfig.pure.json']);
step('unused code', 'npx', ['knip']);
vitest('unit tests and real servers', 'test/vitest.config.ts');
step('build', 'npm', ['run', '--silent', 'build']);
step('rules of addons.mozilla.org', 'npm', ['run', '--silent', 'lint:amo']);
step('build of the demo', 'npm', ['run', '--silent', 'build:demo']);
step('size', 'npx', ['size-limit']);
vitest('browser tests', 'test/browser/vitest.config.ts');
vitest('attacks in browsers', 'test/browser/attack/vitest.config.ts');

rmSync(results, { recursive: true, force: true });
end();

function end() {
  const { passed, failed, skipped } = totals;
  for (const failure of failures) console.log(`\nFailed: ${failure}`);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed > 0 ? 1 : 0);
}

/** Counts as one check. A step that fails ends the run: what follows builds upon it. */
function step(name, program, args) {
  if (!name.includes(only)) return;
  const seconds = timed(name, program, args, (status) => {
    if (status === 0) return;
    totals.failed++;
    failures.push(`${name} (${program} ${args.join(' ')})`);
    end();
  });
  totals.passed++;
  console.log(`ok: ${name} (${seconds} s)`);
}

function vitest(name, config) {
  if (!name.includes(only)) return;
  const file = join(results, `${config.replaceAll('/', '-')}.json`);
  const args = ['vitest', 'run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile=${file}`];
  timed(name, 'npx', args, (status) => {
    const report = readReport(file);
    totals.passed += report.numPassedTests;
    totals.skipped += report.numPendingTests;
    // A file that cannot even be loaded has no failed test of its own.
    totals.failed += Math.max(report.numFailedTests, status === 0 ? 0 : 1);
    if (status !== 0) failures.push(...failuresIn(report), `${name} (npx ${args.slice(0, 4).join(' ')})`);
  });
}

function timed(name, program, args, ended) {
  console.log(`\n— ${name}`);
  const began = Date.now();
  const environment = { BACKSTORY_CHROMIUM: findProgram('chromium'), BACKSTORY_FIREFOX: findProgram('firefox') };
  const { status } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  ended(status);
  return ((Date.now() - began) / 1000).toFixed(1);
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
