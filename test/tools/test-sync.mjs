/**
 * `npm run test:sync`: what takes too long for every change. First 10,000 seeded scripts of devices that edit, fail and
 * come back, over folders and over the browser account (test/sync; SEED, KIND, SCRIPTS and BASE choose others), then two
 * real browsers killed in each step of an exchange.
 */
import { findProgram, installModules, installPrograms, run } from './install.mjs';

installModules();
run('npx', ['tsx', 'test/sync/run.ts']);
if (process.env.SEED === undefined) {
  installPrograms(['chromium', 'firefox', 'apache']);
  run('npm', ['run', '--silent', 'build:demo']);
  run('npx', ['vitest', 'run', '--config', 'test/browser/vitest.config.ts', 'test/browser/sync/two-browsers.test.ts'], {
    BACKSTORY_CHROMIUM: findProgram('chromium'),
    BACKSTORY_FIREFOX: findProgram('firefox'),
    BACKSTORY_EVERY_DEATH: '1',
  });
}
