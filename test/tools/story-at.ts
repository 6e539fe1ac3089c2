/** The page that `npm start` and `npm run dev` stand on: a file, which is served on this machine, or an address. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveFolder } from './serve-folder';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLE = join(ROOT, 'test/fixtures/stories/iran-allies-calm.html');

export interface StoryPlace {
  readonly address: string;
  close(): Promise<void>;
}

/** Ends the process with a clear word when there is no such file. */
export async function storyAt(asked = SAMPLE): Promise<StoryPlace> {
  if (/^https?:\/\//.test(asked)) return { address: asked, close: async () => {} };
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), asked);
  if (!existsSync(file)) {
    console.error(`There is no file ${file}. Name a file or an address that begins with http.`);
    process.exit(1);
  }
  const server = await serveFolder(dirname(file));
  return { address: `${server.origin}/${encodeURIComponent(basename(file))}`, close: server.close };
}
