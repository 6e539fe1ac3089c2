// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { publicationDay } from '../../../lib/dating';
import { memoryToText, type ScanAnswer, type ScanStory } from '../../../lib/linking';
import { CallError } from '../../../lib/messages';
import { startVisit, type VisitOptions } from '../../../lib/page';

/** What becomes of a visit whose scan fails. Marks and hits need a real browser: test/browser/page. */

// The DOM of these tests has no visibility of its own.
const STORY =
  '<p style="visibility: visible">Soldiers left the base near Baghdad on Friday, said a spokesman of the army there.</p>'.repeat(
    3,
  );
const memory = memoryToText({ named: {}, stems: [], marked: [] });

function answerTo({ blocks }: ScanStory): ScanAnswer {
  const mentions = blocks.flatMap(({ id, text }) => {
    const start = text.indexOf('Baghdad');
    const place = { block: id, start, end: start + 7, entity: 'baghdad', confidence: 1, salience: 1, marked: true };
    return start < 0 ? [] : [{ ...place, evidence: { type: 'only' } as const, runnersUp: [] }];
  });
  return { mentions, memory, entities: {} };
}

let end = new AbortController();
/** The day that the reader has set. */
let chosen: string | null = null;
afterEach(() => {
  end.abort();
  chosen = null;
});

function visit(scan: VisitOptions['scan'], asked = true, page = `<main>${STORY}</main>`) {
  end = new AbortController();
  document.body.innerHTML = page;
  return startVisit({
    top: window,
    scan,
    dayOf: async (clues) => ({ page: publicationDay(clues, '2026-11-28'), chosen }),
    unknownOf: async () => [],
    asked,
    marksHidden: false,
    isOwn: () => false,
    changed: () => {},
    signal: end.signal,
  });
}

describe('a visit', () => {
  it('reports what failed, and recovers after a scan that succeeds', async () => {
    const damaged = new CallError('pack-damaged', 'checksum');
    const scan = vi.fn(async (story: ScanStory) => answerTo(story)).mockRejectedValueOnce(damaged);
    scan.mockRejectedValueOnce(damaged);
    const now = visit(scan);
    await expect.poll(() => now.state, { timeout: 5_000 }).toBe('failed');
    expect(now.failure).toBe(damaged);
    expect(scan).toHaveBeenCalledTimes(2);
    expect(now.index.spots()).toEqual([]);

    await now.scanAgain();
    expect(now.state).toBe('ready');
    expect(now.failure).toBeNull();
    expect(now.index.spots()).toHaveLength(3);
  });

  it('copes with a worker that answers at the second attempt', async () => {
    const scan = vi.fn(async (story: ScanStory) => answerTo(story)).mockRejectedValueOnce(new Error('no receiver'));
    const now = visit(scan);
    await expect.poll(() => now.state, { timeout: 5_000 }).toBe('ready');
    expect(now.index.spots()).toHaveLength(3);
  });

  it('separates words with only a button between them, and joins a word that may break', async () => {
    const stories: ScanStory[] = [];
    const text =
      'Soldiers left the base near Baghdad<button>Follow</button>on Fri<wbr style="display: inline">day, said a spokesman of the army there.';
    const scan = async (story: ScanStory) => {
      stories.push(story);
      return answerTo(story);
    };
    const now = visit(scan, true, body(text));
    await expect.poll(() => now.state, { timeout: 5_000 }).toBe('ready');
    const said = 'Soldiers left the base near Baghdad on Friday, said a spokesman of the army there.';
    expect(stories[0]?.blocks.map((block) => block.text)).toEqual([said, said, said]);
  });

  it('scans nothing of a page that is not a story, whoever changes the settings', async () => {
    const scan = vi.fn(async (story: ScanStory) => answerTo(story));
    const now = visit(scan, false);
    await expect.poll(() => now.state, { timeout: 5_000 }).toBe('not-an-article');
    void now.scanAgain();
    await new Promise((done) => setTimeout(done, 50));
    expect(scan).not.toHaveBeenCalled();
    expect(now.state).toBe('not-an-article');
  });
});

const head = (title: string, day: string, path: string) =>
  `<meta property="og:type" content="article"><meta property="og:title" content="${title}">
   <meta property="article:published_time" content="${day}"><link rel="canonical" href="https://paper.example/${path}">`;
const body = (text: string) => `<main>${`<p style="visibility: visible">${text}</p>`.repeat(3)}</main>`;
const BAGHDAD = 'Soldiers left the base near Baghdad on Friday, said a spokesman of the army who was there.';
const LEARNT = { named: { baghdad: { forms: ['Baghdad'], count: 3 } }, stems: [7], marked: ['baghdad'] };

/** A visit to a page whose scans teach `LEARNT`, and every story that it asked about. */
async function visitPage() {
  document.head.innerHTML = head('Soldiers leave the base', '2019-03-04', 'soldiers');
  const stories: ScanStory[] = [];
  const scan = async (story: ScanStory) => {
    stories.push(story);
    return { ...answerTo(story), memory: memoryToText(LEARNT) };
  };
  const now = visit(scan, false, body(BAGHDAD));
  await expect.poll(() => now.state, { timeout: 5_000 }).toBe('ready');
  expect(stories).toHaveLength(1);
  return { now, stories };
}

describe('a visit to a page that changes', () => {
  afterEach(() => {
    document.head.innerHTML = '';
    document.body.innerHTML = '';
  });

  it('forgets what was said where the text was edited', async () => {
    const { now, stories } = await visitPage();
    document.querySelector('p')!.textContent = 'Soldiers have left the base near Baghdad, said a spokesman.';
    await expect.poll(() => stories.length, { timeout: 5_000 }).toBe(2);
    expect(stories[1]).toMatchObject({
      memory: memoryToText(LEARNT),
      gone: [{ entity: 'baghdad', marked: true, role: 'body' }],
    });
    await expect.poll(() => now.index.spots().length).toBe(3);
  });

  it.each(['with its elements', 'within its elements'])(
    'starts again when another story takes its place: %s',
    async (how) => {
      const { now, stories } = await visitPage();
      const text = 'A flood in Baghdad has closed two bridges and a school, the town said in the morning on Monday.';
      if (how === 'with its elements') document.body.innerHTML = body(text);
      else for (const p of document.querySelectorAll('p')) p.textContent = text;
      // As single-page sites do it: the head comes after the body.
      await new Promise((done) => setTimeout(done, 600));
      document.head.innerHTML = head('Flood closes two bridges', '2024-05-06', 'flood');
      await expect.poll(() => now.day, { timeout: 8_000 }).toBe('2024-05-06');
      await expect.poll(() => now.state, { timeout: 5_000 }).toBe('ready');
      expect(stories.at(-1)).toMatchObject({ day: '2024-05-06', title: 'Flood closes two bridges', memory: null });
      expect(stories.at(-1)!.blocks.map((block) => block.text)).toEqual([text, text, text]);
      expect(now.index.spots()).toHaveLength(3);
    },
  );

  it('scans a new story with its own day and no memory when head and text change together', async () => {
    const { stories } = await visitPage();
    const text = 'A flood in Baghdad has closed two bridges and a school, the town said in the morning on Monday.';
    document.head.innerHTML = head('Flood closes two bridges', '2024-05-06', 'flood');
    for (const p of document.querySelectorAll('p')) p.textContent = text;
    await expect.poll(() => stories.length, { timeout: 8_000 }).toBeGreaterThan(1);
    expect(stories[1]).toMatchObject({ day: '2024-05-06', title: 'Flood closes two bridges', memory: null });
  });

  it('recomputes the whole story for the day that the reader sets, and back', async () => {
    const { now, stories } = await visitPage();
    const [page, before] = [now.day, stories.length];
    expect(page).not.toBeNull();
    chosen = '1999-12-31';
    await now.dateAgain();
    expect([now.day, now.pageDay, now.state]).toEqual(['1999-12-31', page, 'ready']);
    expect(stories).toHaveLength(before + 1);
    expect(stories.at(-1)).toMatchObject({ day: '1999-12-31', memory: null });
    chosen = null;
    await now.dateAgain();
    expect([now.day, now.pageDay]).toEqual([page, page]);
    expect(stories.at(-1)).toMatchObject({ day: page, memory: null });
    await now.dateAgain();
    expect(stories).toHaveLength(before + 2);
  });

  it('forgets a story that is gone, and finds the next one that comes', async () => {
    const { now, stories } = await visitPage();
    document.body.innerHTML = '<p>Page not found.</p>';
    await expect.poll(() => now.state, { timeout: 5_000 }).toBe('not-an-article');
    expect(now.index.blocks).toEqual([]);
    expect(now.index.spots()).toEqual([]);
    expect(now.article).toBeNull();
    document.body.innerHTML = body(BAGHDAD);
    await expect.poll(() => now.state, { timeout: 10_000 }).toBe('ready');
    expect(stories.at(-1)!.memory).toBeNull();
    expect(now.index.spots()).toHaveLength(3);
  });
});
