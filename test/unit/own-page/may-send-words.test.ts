/** Firefox's own permission for what is sent of searches, and browsers without one. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const stage = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('../../../lib/messages', () => ({
  get browser() {
    return stage.browser;
  },
}));

const permissions = {
  getAll: vi.fn(async (): Promise<object> => ({})),
  request: vi.fn(async (_asked: object) => true),
};
const ASKED = [[{ data_collection: ['searchTerms'] }]];

beforeEach(() => {
  vi.clearAllMocks();
  vi.resetModules();
  permissions.request.mockResolvedValue(true);
  stage.browser = { permissions };
});
afterEach(() => vi.unstubAllEnvs());

async function open(browser: string, granted: object | null) {
  vi.stubEnv('BROWSER', browser);
  if (granted) permissions.getAll.mockResolvedValue(granted);
  else permissions.getAll.mockRejectedValue(new Error('no answer'));
  const { learnWhatMayBeSent, maySendWords } = await import('../../../entrypoints/own-page/may-send-words');
  await learnWhatMayBeSent().catch(() => {});
  return maySendWords;
}

it.each([
  ['Chromium', 'chrome', {}],
  ['an older Firefox', 'firefox', { permissions: [] }],
  ['a Firefox that was told so before', 'firefox', { data_collection: ['websiteContent', 'searchTerms'] }],
])('needs no permission beyond the press in %s', async (_, browser, granted) => {
  const may = await open(browser, granted);
  expect(await may()).toBe(true);
  expect(permissions.request).not.toHaveBeenCalled();
});

it.each([{ data_collection: [] }, { data_collection: ['websiteContent'] }, null])(
  'asks Firefox directly in the click (%o)',
  async (granted) => {
    const may = await open('firefox', granted);
    const answer = may();
    expect(permissions.request.mock.calls).toEqual(ASKED);
    expect(await answer).toBe(true);
  },
);

it('sends nothing if the reader refuses, or the browser does not ask', async () => {
  const may = await open('firefox', { data_collection: [] });
  permissions.request.mockResolvedValueOnce(false);
  expect(await may()).toBe(false);
  permissions.request.mockRejectedValueOnce(new Error('no user gesture'));
  expect(await may()).toBe(false);
});
