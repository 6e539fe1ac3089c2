/** The part of `npm run mutate` for mistakes that were thought of by hand. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes each of them and tells which ones its test did not notice. */
export function tryBreaks(root) {
  const breaks = JSON.parse(readFileSync(join(root, 'test/mutate/breaks.json'), 'utf8'));
  const results = mkdtempSync(join(tmpdir(), 'backstory-breaks-'));
  const failedIn = (config, tests, env = {}) => {
    const outputFile = join(results, 'results.json');
    rmSync(outputFile, { force: true });
    spawnSync(
      'npx',
      ['vitest', 'run', '--config', config, '--bail=1', '--reporter=json', `--outputFile=${outputFile}`, ...tests],
      {
        cwd: root,
        stdio: 'ignore',
        env: { ...process.env, ...env },
      },
    );
    const { numTotalTests, numFailedTests } = JSON.parse(readFileSync(outputFile, 'utf8'));
    if (numTotalTests === 0) throw new Error(`No tests in ${tests.join(', ')}`);
    return numFailedTests;
  };
  try {
    const tests = [...new Set(breaks.map(({ test }) => test))];
    if (failedIn('test/vitest.config.ts', tests) > 0)
      throw new Error('These tests fail as it is, which says nothing about mistakes.');
    let noticed = 0;
    for (const [at, { name, file, test }] of breaks.entries()) {
      const isNoticed = failedIn('test/mutate/broken.config.mjs', [test], { BREAK: String(at) }) > 0;
      if (isNoticed) noticed += 1;
      else console.log(`Not noticed by ${test}: ${name} (${file})`);
    }
    return { made: breaks.length, noticed };
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}
