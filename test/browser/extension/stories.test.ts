import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownWorld } from '../../tools/own-world';
import { restOn, type Spot } from '../../tools/point-at';
import { readCard } from '../../tools/read-card';
import { type GoldLabel, type GoldStory, readGold } from '../../unit/linking/gold-story';
import { entityNames } from './entity-names';
import { cardHosts, dismiss, openSession, type Session, withoutHost } from './session';

/** The fixture stories as a reader sees them: right marks, right cards, and a page that nothing was done to. */

const STORIES = fileURLToPath(new URL('../../fixtures/stories', import.meta.url));
const LEAST_MARKS = 8;

interface Mark extends Spot {
  /** Text of the box around it, white space as rendered, and where in it the marked words stand. */
  readonly box: string;
  readonly start: number;
}

/** Every mark with its surroundings. Scrolls through the page: only what is near the window is painted. */
function readMarks(session: Session): Promise<Mark[]> {
  return ownWorld(session.page).evaluate(async () => {
    const marks = new Map<string, { box: string; start: number; text: string; x: number; y: number }>();
    const frames = async () => {
      for (let i = 0; i < 4; i++) await new Promise((next) => requestAnimationFrame(next));
    };
    for (let y = 0; y === 0 || y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: 'instant' });
      await frames();
      for (const mark of CSS.highlights.get('backstory-mark') ?? []) {
        let element = mark.startContainer.parentElement as Element;
        while (/inline|contents/.test(getComputedStyle(element).display)) element = element.parentElement as Element;
        const range = document.createRange();
        range.setStart(element, 0);
        range.setEnd(mark.startContainer, mark.startOffset);
        const before = range.toString().replace(/\s+/g, ' ').replace(/^ /, '');
        range.setEnd(mark.endContainer, mark.endOffset);
        range.setStart(mark.startContainer, mark.startOffset);
        const box = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
        const rect = range.getClientRects()[0] as DOMRect;
        const [x, top] = [rect.x + rect.width / 2, rect.y + rect.height / 2 + scrollY];
        marks.set(`${x} ${top}`, { box, start: before.length, text: range.toString().replace(/\s+/g, ' '), x, y: top });
      }
    }
    scrollTo({ top: 0, behavior: 'instant' });
    return [...marks.values()].sort((a, b) => a.y - b.y || a.x - b.x);
  }, null);
}

/** The labelled name under a mark, if the gold has one there. */
function labelOf(mark: Mark, { story, labels }: GoldStory): GoldLabel | null {
  const at = story.blocks.filter(({ text }) => mark.box.includes(text.replace(/\s+/g, ' ')));
  for (const block of at) {
    const from = mark.box.indexOf(block.text.replace(/\s+/g, ' '));
    const [start, end] = [mark.start - from, mark.start - from + mark.text.length];
    const found = labels.find((label) => label.block === block.id && label.start < end && label.end > start);
    if (found) return found.type === 'trap' ? null : found;
  }
  return null;
}

const stories = readdirSync(STORIES).filter((name) => name.endsWith('.html'));
const names = entityNames();

describe('the fixture stories in Chromium', () => {
  let session: Session;
  const complaints: string[] = [];
  beforeAll(async () => {
    session = await openSession();
    session.context.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
    });
    session.context.on('weberror', (error) => complaints.push(String(error.error())));
  });
  afterAll(() => session?.close());

  it.each(stories)('%s', async (file) => {
    const { page } = session;
    const gold = readGold(readFileSync(`${STORIES}/${file.replace('.html', '.gold.txt')}`, 'utf8'));
    complaints.length = 0;
    await session.open(`/stories/${file}`);
    const marks = await readMarks(session);
    expect(marks.length).toBeGreaterThanOrEqual(LEAST_MARKS);
    const unlabelled = marks.filter((mark) => labelOf(mark, gold) === null);
    expect(
      unlabelled.map(({ text, box, start }) => `${text}: …${box.slice(Math.max(0, start - 40), start + 60)}…`),
    ).toEqual([]);

    // The page as the server sent it, parsed anew: what it was before anybody came.
    const html = () => withoutHost(page);
    const untouched = await ownWorld(page).evaluate(
      async () =>
        new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html').documentElement
          .outerHTML,
      null,
    );
    expect(await html()).toBe(untouched);

    for (const mark of [marks[1], marks[marks.length >> 1], marks.at(-1)] as Mark[]) {
      const y = await ownWorld(page).evaluate((top) => {
        scrollTo({ top: top - innerHeight / 2, behavior: 'instant' });
        return top - scrollY;
      }, mark.y);
      await restOn(page, { ...mark, y });
      const right = labelOf(mark, gold)?.keys.map((key) => `Backstory: ${names.get(key)}`);
      // On a busy machine the pointer may rest on another name on its way.
      const label = () => readCard(page).then((card) => card?.label);
      await expect
        .poll(label, { message: `${mark.text} in ${file}` })
        .toSatisfy((now) => right?.includes(now ?? '') ?? false);
      expect(await cardHosts(page)).toBe(1);
      expect(await html()).toBe(untouched);
      await dismiss(page);
      expect(await html()).toBe(untouched);
    }

    const shifts = await ownWorld(page).evaluate(
      () =>
        new Promise<number>((done) => {
          new PerformanceObserver((list) => done(list.getEntries().length)).observe({
            type: 'layout-shift',
            buffered: true,
          });
          // Nothing is told of where there was nothing.
          setTimeout(() => done(0), 200);
        }),
      null,
    );
    expect(shifts).toBe(0);
    expect(complaints).toEqual([]);
  });
});
