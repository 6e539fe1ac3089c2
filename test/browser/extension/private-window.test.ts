/** A private window of a real Chromium: cards and notes can be read, and nothing that is done there is stored. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownWorld } from '../../tools/own-world';
import { markedWords } from '../../tools/point-at';
import { pressCostly, pressInCard, readCard } from '../../tools/read-card';
import { sidePanel } from '../../tools/side-panel';
import { storedRows } from '../../tools/stored-rows';
import { atRest, keptLocally } from './kept-locally';
import { openNote, waitForSaved } from './note-frame';
import { dismiss, hover, openSession, type Session, until } from './session';

const STORY = '/stories/iran-allies-calm.html';
const NAME = 'Gen. [Qassem Suleimani]';

/** All that the extension has stored: every table of its database, and its areas but the one that ends with the browser. */
async function storedBy(page: Page): Promise<Readonly<Record<string, unknown>>> {
  // How often sync has looked is of no private window's doing.
  const { remotes: _, remoteFiles: __, ...all } = await page.evaluate(storedRows);
  return { ...all, local: await keptLocally(page) };
}

describe('a private window', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());

  it('shows an existing note, stores none, and leaves no trace of the story', async () => {
    await session.set({ history: true, welcomed: true });
    // In a usual window both are kept.
    await session.open(STORY);
    await hover(session.page, NAME);
    const editor = await openNote(session.page, 'Add a note');
    await session.page.keyboard.type('Written in a usual window.');
    await waitForSaved(editor);
    const stored = async () => storedBy(await session.control());
    await until(async () => String((await stored()).sightings).includes(STORY), 'the story was not kept');
    // Its back-links are found when it is calm; that is not of the private window's doing.
    await until(async () => String((await stored()).notes).includes('"linked":1'), 'no back-links');

    const page = await session.openPrivate('/made/plain.html');
    await session.set({ history: true, welcomed: true, density: 'every' });
    const marked = async () => (await markedWords(ownWorld(page))).includes('Qasem Soleimani');
    await until(marked, 'no mark');
    const kept = await atRest(stored);

    await hover(page, 'Gen. [Qasem Soleimani]');
    await until(
      async () => ((await readCard(page))?.lines ?? []).some((line) => line.includes('Written in a usual window.')),
      'the note is not shown',
    );
    const card = await readCard(page);
    expect(card?.lines.join(' ')).toContain('Notes are not kept from private windows.');
    expect(card?.buttons.filter((name) => /note/i.test(name))).toEqual([]);
    // What is decided here holds here alone.
    await pressCostly(page, 'I know this');
    await until(async () => !(await marked()), 'the mark of what is known stays');
    expect(await stored()).toEqual(kept);
    await pressCostly(page, 'Mark it again');
    await until(marked, 'no mark again');
    await pressCostly(page, 'Mute');
    await until(async () => !(await marked()), 'the mark stays');
    expect(await stored()).toEqual(kept);

    // The panel is the same page as over usual windows: it has to know whose story it stands beside.
    await dismiss(page);
    await hover(page, 'airport of [Baghdad],', 'Baghdad');
    await pressInCard(page, 'Beside the story');
    const panel = await sidePanel(session.context, `${session.extension}/panel.html`);
    const text = () => panel.evaluate<string>('document.body.innerText');
    await until(
      async () => /Baghdad[\s\S]*Notes are not kept from private windows/.test(await text()),
      'no card beside',
    );
    expect(await panel.evaluate(`document.querySelectorAll('textarea').length`)).toBe(0);
    await panel.evaluate(`document.querySelector('.popup-card-head button').click()`);
    const offered = `[...new Set([...document.querySelectorAll('.glossary-acts button')].map((one) => one.textContent))].join()`;
    await until(async () => (await panel.evaluate(offered)) === 'Card,I know this', 'a note is offered');
    expect(await stored()).toEqual(kept);
  });
});
