/** Puts the pack into the output of every build, for every browser. Tables with a mistake stop the build, with file and line. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WxtHooks } from 'wxt';
import { cachedPack } from './cached-pack';

/** Where the extension finds its pack. */
const WORLD_PACK = 'packs/world.pack';

export const packHooks: Partial<WxtHooks> = {
  'build:publicAssets': async (wxt, files) => {
    const { bytes } = await cachedPack();
    const absoluteSrc = join(wxt.config.wxtDir, 'world.pack');
    await mkdir(wxt.config.wxtDir, { recursive: true });
    // Whole or not at all: builds for two browsers may run side by side.
    const half = `${absoluteSrc}.${process.pid}`;
    await writeFile(half, bytes);
    await rename(half, absoluteSrc);
    files.push({ absoluteSrc, relativeDest: WORLD_PACK });
  },
};

/** The background knows its pack by the name of its build, without reading a file. */
export const packDefines = async (): Promise<Record<string, string>> => ({
  __WORLD_BUILD__: JSON.stringify((await cachedPack()).build),
});
