/** The day of a story in a real Chromium: what the page says, and what the reader sets instead. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cardFrameOf, pressCostly, pressInCard, readCard } from '../../tools/read-card';
import { dismiss, hover, openSession, type Session, until } from './session';

const NAME = 'Qasem Soleimani';
const UNKNOWN = 'As of today: the day of this story is not known';
const DAY = /^(?:(?:On|Before) [A-Z][a-z]+ \d|As of today)/;

describe('the day of a story', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());
  beforeEach(() => session.set({}));
  afterEach(async () => {
    const { page } = session;
    if (await readCard(page)) await dismiss(page);
  });

  const dayInCard = async () => (await readCard(session.page))?.lines.find((line) => DAY.test(line));
  const cardSays = (day: string) => until(async () => (await dayInCard()) === day, `the card does not say "${day}"`);
  const dayOf = async (path: string) => {
    await session.open(path);
    await hover(session.page, NAME);
    const day = await dayInCard();
    await dismiss(session.page);
    return day;
  };
  const fill = async (day: string) => {
    const frame = await cardFrameOf(session.page);
    await frame?.locator('input[type=date]').fill(day);
  };

  it.each([
    ['in the address of an evening, beside a UTC stamp', '/2021/01/19/made/evening.html', 'Before January 19, 2021'],
    ['printed beside a UTC stamp of an evening', '/made/evening-printed.html', 'Before January 19, 2021'],
    ['of the stamp where nothing else speaks', '/made/evening.html', 'Before January 20, 2021'],
    ['printed in German in the byline', '/made/german.html', 'Before January 19, 2021'],
    ['of the story, and not of the one beside it', '/made/beside.html', 'Before January 19, 2021'],
    ['not known from an update', '/made/updated.html', UNKNOWN],
    ['not known where nothing says it', '/made/undated.html', UNKNOWN],
  ])('is %s', async (_, path, day) => expect(await dayOf(path)).toBe(day));

  it('is set in the card, for this address and everything on its page, and removed', async () => {
    const { page } = session;
    await session.open('/made/undated.html?set=card');
    await hover(page, NAME);
    await pressInCard(page, 'Pin');
    await pressInCard(page, 'Set the day');
    await fill('2019-05-06');
    await pressCostly(page, 'Set');
    await cardSays('On May 6, 2019');
    await dismiss(page);
    // The list, too; and after the page was opened anew.
    expect(await dayOf('/made/undated.html?set=card#top')).toBe('On May 6, 2019');
    expect(await dayOf('/made/undated.html?set=not')).toBe(UNKNOWN);
    expect(await dayOf('/made/undated.html?set=card')).toBe('On May 6, 2019');
    await hover(page, NAME);
    await pressInCard(page, 'Pin');
    await pressInCard(page, 'Day');
    await pressCostly(page, 'As of today');
    await cardSays(UNKNOWN);
  });

  it('is corrected in the popup, whose list and cards are as of that day, and restored to what the page says', async () => {
    const { page } = session;
    await session.open('/made/plain.html');
    const popup = await session.popup();
    const shows = (words: RegExp) => popup.getByText(words).first().waitFor();
    await shows(/Cards as of January 4, 2020/);
    await popup.getByRole('button', { name: 'Change' }).click();
    await popup.getByLabel('Day of the story').fill('2019-05-06');
    await popup.getByRole('button', { name: 'Set', exact: true }).click();
    await shows(/Cards as of May 6, 2019/);
    await popup.getByRole('button', { name: `Card of ${NAME}` }).click();
    await shows(/On May 6, 2019/);
    await page.bringToFront();
    await hover(page, NAME);
    await cardSays('On May 6, 2019');
    await dismiss(page);
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Day', exact: true }).click();
    await popup.getByRole('button', { name: 'As the page says: January 4, 2020' }).click();
    await shows(/Before January 4, 2020/);
    await popup.close();
    await page.bringToFront();
    await hover(page, NAME);
    await cardSays('Before January 4, 2020');
  });

  it('that was set is counted in the library and can be deleted there, with effect on open stories', async () => {
    const { page } = session;
    await session.open('/made/undated.html?set=library');
    const popup = await session.popup();
    await popup.getByRole('button', { name: 'Set the day' }).click();
    await popup.getByLabel('Day of the story').fill('2019-05-06');
    await popup.getByRole('button', { name: 'Set', exact: true }).click();
    await popup.getByText('Cards as of May 6, 2019').waitFor();
    await popup.goto(`${session.extension}/library.html#storage`);
    await popup.getByText('The day of one story, with its address.').waitFor();
    await popup.getByRole('button', { name: 'Forget them' }).click();
    await popup.getByText('You have not set the day of any story.').waitFor();
    await popup.close();
    await page.bringToFront();
    await hover(page, NAME);
    await cardSays(UNKNOWN);
  });
});
