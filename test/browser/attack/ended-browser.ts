/**
 * A crash: Chromium is killed while a note is typed in a card. What was shown as "Saved" is there when it is opened
 * again.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { until } from '../extension/session';
import { NOTED, openAttackSite } from './attack-site';
import { openChromiumHand } from './chromium-hand';
import { readerOf, sleep } from './reader';

/** The browser itself, not one of its processes. */
async function processOf(profile: string): Promise<number | undefined> {
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = (await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')).split('\0');
    const isOurs = command.includes(`--user-data-dir=${profile}`) && /chrom/.test(command[0] ?? '');
    if (isOurs && !command.some((word) => word.startsWith('--type='))) return Number(id);
  }
  return undefined;
}

export function anEndOfTheBrowser(): void {
  it('killed while a note is typed, Chromium shows on restart what was reported as saved', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'backstory-killed-'));
    const site = await openAttackSite();
    const first = readerOf(await openChromiumHand({ profile }), site);
    try {
      await first.visit('plain');
      await first.openCard(NOTED.words, NOTED.name);
      await first.openEditor();
      const half = 'what is said to be saved';
      await first.type(half);
      // It may still be said of the letters before the last.
      await sleep(300);
      await until(async () => /^Saved/.test((await first.editor())?.said ?? ''), 'it is not said to be saved');
      const saved = (await first.editor())?.text ?? '';
      expect(saved).toBe(half);
      await first.type(', and what is not');
      const id = await processOf(profile);
      if (id === undefined) throw new Error('which process is the browser?');
      process.kill(id, 'SIGKILL');
      await Promise.race([first.close().catch(() => {}), sleep(2_000)]);
      const second = readerOf(await openChromiumHand({ profile }), site);
      try {
        await until(async () => (await second.notes()).length > 0, 'there is no note');
        expect((await second.notes()).join()).toMatch(new RegExp(`^${saved}`));
      } finally {
        await second.close();
      }
    } finally {
      site.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}
