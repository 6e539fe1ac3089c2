/** Notes whose keys change with the packs in use: a slug that gets an id, two that turn out to be one, an id that proves wrong. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EntityRow, type PackSource, writePack } from '../../../lib/pack';
import { cardFrameOf } from '../../tools/read-card';
import { dismiss, hover, openSession, type Session } from './session';

const SOURCE = { name: 'Editors of a test', url: null, licence: null, asOf: '2026-11-22' } as const;

const town = (key: string, name: string, formerly: readonly string[] = []): EntityRow => ({
  key,
  formerly,
  kind: 'place',
  name,
  qualifier: '',
  gloss: 'Town that only this pack knows',
  wikipedia: null,
  wikidata: key.startsWith('q') ? key.toUpperCase() : null,
  prominence: 90,
  nouns: [],
  source: SOURCE,
});

/** The first town is called "Officials" in the story of the tests. */
function packOf(...entities: [EntityRow, ...EntityRow[]]): Buffer {
  const source: PackSource = {
    name: 'Towns of a test',
    edition: '2026-11-22',
    entities,
    forms: [
      {
        entity: entities[0].key,
        form: 'Officials',
        use: 'name',
        company: [],
        from: null,
        to: null,
        weight: 1,
        transliterated: false,
        printed: false,
      },
    ],
    facts: [],

    backgrounds: [],
  };
  return Buffer.from(writePack(source));
}

describe('notes whose keys change', () => {
  let session: Session;
  let library: Page;
  beforeAll(async () => {
    session = await openSession();
    library = await session.context.newPage();
  });
  afterAll(() => session?.close());

  async function use(pack: Buffer): Promise<void> {
    await library.goto(`${session.extension}/library.html#packs`);
    await library.getByText('Comes with Backstory').waitFor();
    await library
      .locator('input[type=file]')
      .setInputFiles({ name: 'towns.pack', mimeType: 'application/octet-stream', buffer: pack });
    await library.getByText(/“Towns of a test” .*is in use now/).waitFor();
  }

  async function write(key: string, words: string): Promise<void> {
    const popup = await session.context.newPage();
    await popup.goto(`${session.extension}/popup.html?card=${key}`);
    const field = popup.locator('textarea');
    await expect.poll(() => field.isEditable().catch(() => false)).toBe(true);
    await field.focus();
    await popup.keyboard.type(words);
    await popup.getByText(/^Saved/).waitFor();
    await popup.close();
  }

  async function list(): Promise<(readonly [address: string | null, text: string | null])[]> {
    await library.goto(`${session.extension}/library.html#notes`);
    await library.locator('.entries').waitFor();
    const rows = await library.locator('.entries > li').all();
    return Promise.all(
      rows.map(
        async (row) =>
          [await row.locator('a').getAttribute('href'), await row.locator('.entry-text').textContent()] as const,
      ),
    );
  }

  async function note(key: string): Promise<void> {
    await library.goto('about:blank');
    await library.goto(`${session.extension}/library.html#note/${key}`);
  }
  const fields = () =>
    library.locator('textarea').evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value));

  /** What the card of "Officials" in a story says of notes. */
  async function cardSays(): Promise<string> {
    const { page } = session;
    await page.bringToFront();
    await session.open('/made/plain.html');
    await hover(page, '[Officials] in Tehran');
    const notes = await (await cardFrameOf(page))?.locator('.note').allTextContents();
    await dismiss(page);
    return (notes ?? []).join(' | ');
  }

  it('a slug that is replaced by an id keeps its note: on the card, in the list, at its old address', async () => {
    await use(packOf(town('harbour-town', 'Harbour Town')));
    await write('harbour-town', 'By the sea.');
    expect(await cardSays()).toContain('By the sea.');
    await use(packOf(town('q990001', 'Harbour Town', ['harbour-town'])));
    expect(await cardSays()).toContain('By the sea.');
    await write('q990001', ' And the river.');
    await expect.poll(list).toEqual([['#note/q990001', expect.stringMatching(/By the sea|And the river/)]]);
    for (const key of ['harbour-town', 'q990001']) {
      await note(key);
      await expect.poll(fields).toEqual([expect.stringContaining('By the sea.')]);
    }
    expect(await library.locator('.note-origin').count()).toBe(0);
  });

  it('two towns that turn out to be one have one note in two parts, which can be separated', async () => {
    await use(packOf(town('q990001', 'Harbour Town', ['harbour-town']), town('haven', 'Haven')));
    await write('haven', 'With a light.');
    await expect.poll(list).toHaveLength(2);
    await use(packOf(town('q990001', 'Harbour Town', ['harbour-town', 'haven'])));
    const card = await cardSays();
    // Its own note stands at the foot, in sight; what was noted under another name above it.
    expect(card).toMatch(/Noted under “\u2068Haven\u2069”, before the two became one.*With a light.*By the sea/s);
    await expect.poll(list).toEqual([['#note/q990001', expect.stringMatching(/By the sea[\s\S]*With a light/)]]);

    await note('q990001');
    await expect.poll(fields).toEqual([expect.stringContaining('By the sea.'), 'With a light.']);
    await library.locator('textarea').nth(1).focus();
    await library.keyboard.type(' Red.');
    await library.getByText(/^Saved/).waitFor();
    await library.getByRole('button', { name: 'Keep apart' }).click();
    await expect.poll(fields).toEqual([expect.stringContaining('By the sea.')]);
    expect(await cardSays()).not.toContain('With a light');
    await expect.poll(list).toHaveLength(2);
    await note('q990001');
    await library.getByRole('button', { name: 'Put together again' }).click();
    await expect.poll(fields).toEqual([expect.stringContaining('By the sea.'), 'With a light. Red.']);
    await expect.poll(list).toHaveLength(1);
  });

  it('an id that was wrong is split, and the note asks whose it is', async () => {
    await use(packOf(town('q990011', 'Quay Town')));
    await write('q990011', 'Whose?');
    await use(packOf(town('q990012', 'Quay Town', ['q990011']), town('q990013', 'Pier Town', ['q990011'])));
    const question = /when Backstory took \u2068Quay Town\u2069 and \u2068Pier Town\u2069 for one\. It belongs to:/;
    expect(await cardSays()).toMatch(question);
    await note('q990011');
    await library.getByText(question).waitFor();
    await library.getByRole('button', { name: 'Pier Town' }).click();
    await library.getByText('You said that this part belongs here.').waitFor();
    expect(await cardSays()).not.toContain('Whose?');
    await note('q990013');
    await expect.poll(fields).toEqual(['Whose?']);
    await library.getByRole('button', { name: 'Ask again' }).click();
    await expect.poll(cardSays).toMatch(question);
  });
});
