/**
 * `npm run build:demo`, or with names of browsers: out of each build as it is published, the demo, for `npm start` and
 * the tests in real browsers. Byte for byte the same, but for one line of its manifest: pages of this machine are granted.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { manifestFor } from '../../wxt.config';

const output = (folder: string) => fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url));
const asked = process.argv.slice(2);

for (const browser of asked.length > 0 ? asked : ['chrome', 'firefox']) {
  const demo = output(`${browser}-mv3-demo`);
  rmSync(demo, { recursive: true, force: true });
  cpSync(output(`${browser}-mv3`), demo, { recursive: true });
  const file = `${demo}/manifest.json`;
  const { host_permissions } = manifestFor(browser, 'demo');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), host_permissions }));
}
