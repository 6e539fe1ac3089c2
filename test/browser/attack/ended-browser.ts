/**
 * An end that nobody chose: Chromium is killed while a note is typed in a card. What stood there under "Saved" is there
 * when it is opened again.
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
  it('killed while a note is typed, Chromium has what stood there as saved when it is opened again', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'backstory-killed-'));
    const site = await openAttackSite();
    const first = readerOf(await openChromiumHand({ profile }), site);
    let saved = '';
    try {
      await first.visit('plain');
      await first.openCard(NOTED.words, NOTED.name);
      await first.openEditor();
      for (let letters = 0; letters < 60; letters++) {
        await first.type(String.fromCharCode(97 + (letters % 26)));
        if (letters % 7 === 0) await sleep(120);
        const editor = await first.editor();
        if (editor && /^Saved/.test(editor.said)) saved = editor.text;
      }
      const id = await processOf(profile);
      if (id === undefined) throw new Error('which process is the browser?');
      process.kill(id, 'SIGKILL');
      await Promise.race([first.close().catch(() => {}), sleep(2_000)]);
      expect(saved.length).toBeGreaterThan(5);
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
