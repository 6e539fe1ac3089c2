/**
 * `npm start [FILE_OR_URL]`: installs what is missing, builds, opens a browser with Backstory on a news story.
 * With a screen a window stays open; without one it hovers the names itself and prints what a reader would see.
 */
import { findProgram, hasDisplay, installModules, installPrograms, run } from './install.mjs';

installModules();
installPrograms(['chromium']);
run('npx', ['wxt', 'build', '-b', 'chrome']);
run('npx', ['tsx', 'test/tools/make-demo.ts', 'chrome']);
run('npx', ['tsx', 'test/tools/demo.ts', ...process.argv.slice(2)], {
  BACKSTORY_CHROMIUM: findProgram('chromium') ?? '',
  BACKSTORY_HEADLESS: hasDisplay() ? '' : '1',
});
