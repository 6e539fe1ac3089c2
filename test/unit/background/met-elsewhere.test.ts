import { describe, expect, it, vi } from 'vitest';
import { metElsewhere } from '../../../entrypoints/background/met-elsewhere';
import type { Met } from '../../../lib/notes';

const STORY = 'https://news.example/1';
const met: Met = { thisMonth: 2, ever: 2, isNew: false };
const frame = { ownPage: false, tabUrl: `${STORY}#part`, incognito: false };
/** The popup hangs in no tab. */
const popup = { ownPage: true, tabUrl: null, incognito: false };

function open() {
  const elsewhere = vi.fn(async () => met);
  const urlOf = vi.fn(async (tab: number): Promise<string | null> => (tab === 7 ? `${STORY}#top` : null));
  return { elsewhere, urlOf, parts: { sightings: { elsewhere }, urlOf } };
}

describe('how often an entity was met', () => {
  it('does not count the story itself, which is known by the tab of the frame or the one a page of ours names', async () => {
    const { elsewhere, urlOf, parts } = open();
    expect(await metElsewhere('q7', null, frame, parts)).toBe(met);
    // What a frame says of tabs is not believed.
    expect(await metElsewhere('q7', 9, frame, parts)).toBe(met);
    expect(urlOf).not.toHaveBeenCalled();
    expect(await metElsewhere('q7', 7, popup, parts)).toBe(met);
    // The panel is a tab by itself, in some browsers.
    expect(await metElsewhere('q7', 7, { ...popup, tabUrl: 'moz-extension://x/panel.html' }, parts)).toBe(met);
    expect(elsewhere.mock.calls).toEqual(Array.from({ length: 4 }, () => ['q7', STORY]));
  });

  it('is not told without a story, for an unknown story, or in private windows', async () => {
    const { elsewhere, parts } = open();
    expect(await metElsewhere('q7', null, popup, parts)).toBeNull();
    expect(await metElsewhere('q7', 8, popup, parts)).toBeNull();
    expect(await metElsewhere('q7', 7, { ...popup, incognito: true }, parts)).toBeNull();
    expect(await metElsewhere('q7', null, { ...frame, incognito: true }, parts)).toBeNull();
    expect(elsewhere).not.toHaveBeenCalled();
  });

  it('does not keep a card from showing when it fails', async () => {
    const { elsewhere, parts } = open();
    elsewhere.mockRejectedValueOnce(new Error('no database'));
    expect(await metElsewhere('q7', 7, popup, parts)).toBeNull();
  });
});
