import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marks, openSession, type Session } from './session';

/** Stories in other languages, whether the page says so or says something else: the browser's own detector checks it. */

describe('in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
    await session.set({ density: 'every' });
  });
  afterAll(() => session?.close());

  it.each(['german-declared', 'german-undeclared', 'german-called-english'])(
    '%s: its names have marks, and no word that is a name in another language has one',
    async (name) => {
      await session.open(`/made/${name}.html`);
      await expect
        .poll(() => marks(session.page))
        .toEqual(expect.arrayContaining(['Wolodymyr Selenskyj', 'Kiew', 'Vereinten Nationen', 'Selenskyjs']));
      const found = await marks(session.page);
      for (const word of ['Bild', 'Welt', 'Zeit', 'Die Zeit', 'Signal', 'Home Office', 'Spiegel'])
        expect(found).not.toContain(word);
    },
  );

  it.each(['japanese', 'arabic-called-english'])('%s: is read, and has no mark', async (name) => {
    const errors: unknown[] = [];
    session.page.on('pageerror', (error) => errors.push(error));
    await session.page.goto(`${session.origin}/made/${name}.html`);
    const popup = await session.popup();
    await popup.getByText('No names in this story need background').waitFor();
    await popup.close();
    expect(await marks(session.page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
