/**
 * `npm run dev [FILE_OR_URL]`: installs what is missing, opens a browser with Backstory on a news story, and reloads
 * both after each change of the sources. Without a screen it prints what a reader would see. Ctrl+C ends it.
 */
import { findProgram, hasDisplay, installModules, installPrograms } from './install.mjs';

installModules();
installPrograms(['chromium']);
process.env.BACKSTORY_CHROMIUM = findProgram('chromium') ?? '';
process.env.BACKSTORY_HEADLESS = hasDisplay() ? '' : '1';
// In this very process, so that Ctrl+C has but one to end; and not before: the packages may have come just now.
const { register } = await import('tsx/esm/api');
register();
await import('./develop.ts');
