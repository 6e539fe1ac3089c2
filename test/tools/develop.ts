/**
 * The second half of `npm run dev`: builds, opens a story in a Chromium that has the build, and watches.
 *
 * Not by `wxt` and its dev server, which was tried: it asks for `tabs`, opens our pages to scripts of localhost and keeps
 * the worker alive, so a mistake about permissions, policy or a worker's death shows only in the real build; and it
 * notices no change of a mark's style or of the tables of facts, and leaves the story with the reader of before.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDevBuild } from './dev-build';
import { type Chromium, openChromium } from './open-chromium';
import { RELOADABLE, reloadExtension } from './reload-extension';
import { storyAt } from './story-at';
import { tellStory } from './tell-story';
import { changesOf } from './watch-files';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What a build is made of. */
const SOURCES = ['entrypoints', 'components', 'lib', 'assets', 'wxt.config.ts', 'package.json', 'tsconfig.json'];
const headless = process.env.BACKSTORY_HEADLESS === '1';

const story = await storyAt(process.argv[2]);
const build = createDevBuild(ROOT);
let opening: Promise<Chromium> | null = null;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());

const changes = changesOf(ROOT, SOURCES);
for (let pending: readonly string[] = []; !(await builds(pending)); ) pending = (await changes.next()).value;
opening = openChromium({ extension: build.folder, headless, endsOnSignals: false, args: [RELOADABLE] });
const chromium = await opening;
chromium.context.once('close', () => void end());
const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
await page.goto(story.address);
// The welcome page opens at first run, in front.
await page.bringToFront();
await tell();
console.log(`Open: ${story.address}\nWatching ${SOURCES.join(', ')}. Ctrl+C ends it.`);

for await (const changed of changes) {
  console.log(`\nChanged: ${changed.map((file) => relative(ROOT, file)).join(', ')}`);
  if (!(await builds(changed))) continue;
  try {
    await reloadExtension(chromium, build.folder);
    console.log('Reloaded: the extension and its open pages, the story');
    await tell();
  } catch (thrown) {
    console.error(`It did not start: chrome://extensions may know why.\n${thrown}`);
  }
}

/** A build that fails leaves the browser with the one before. */
async function builds(changed: readonly string[]): Promise<boolean> {
  const began = Date.now();
  try {
    const names = await build.update(changed);
    console.log(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s: ${names.join(', ')}`);
    return true;
  } catch (thrown) {
    console.error(`${thrown instanceof Error ? thrown.message : thrown}\nNot built. It is tried again when you save.`);
    return false;
  }
}

/** Where no screen shows it. */
async function tell(): Promise<void> {
  if (headless) await tellStory(page).catch((thrown) => console.error(`The story could not be read: ${thrown}`));
}

async function end(): Promise<never> {
  const open = await opening?.catch(() => null);
  await open?.context.close().catch(() => {});
  await story.close();
  process.exit(0);
}
