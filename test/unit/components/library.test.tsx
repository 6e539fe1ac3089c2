// @vitest-environment happy-dom
/** The pages of the library but for notes and sync. Long because they share what a library holds. */
import { fireEvent, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { fragmentOf, LibraryView, readPlace } from '../../../components/library';
import {
  type SettingsAt,
  SettingsPlace,
  type SettingsPlaceCalls,
  type SettingsPlaceProps,
} from '../../../components/settings';
import { DEFAULT_SETTINGS } from '../../../lib/settings';
import { render } from './render';

const info = {
  name: 'World affairs',
  edition: '2026-06-01',
  formatVersion: 1,
  entityCount: 1234,
  formCount: 5678,
  byteLength: 1_250_000,
};
const bundled = { id: null, problem: null, info, from: null, before: null };

function show(at: SettingsAt, change: Partial<SettingsPlaceProps> = {}, calls: Partial<SettingsPlaceCalls> = {}) {
  const on = {
    change: vi.fn(),
    changeWiki: vi.fn(() => false),
    chooseNames: vi.fn(),
    removeOrigin: vi.fn(),
    removeSite: vi.fn(),
    allowSite: vi.fn(),
    addSites: vi.fn(),
    switchOn: vi.fn(),
    unmute: vi.fn(),
    forgetKnown: vi.fn(),
    knowAll: vi.fn(),
    allowAgain: vi.fn(),
    importPack: vi.fn(),
    fetchPack: vi.fn(),
    removePack: vi.fn(),
    arrangePacks: vi.fn(async () => true),
    goBackTo: vi.fn(async () => true),
    dropBefore: vi.fn(async () => true),
    clearRequests: vi.fn(),
    clearCache: vi.fn(),
    clearLookedUp: vi.fn(),
    forgetStories: vi.fn(),
    forgetDays: vi.fn(),
    persist: vi.fn(),
  };
  const props: SettingsPlaceProps = {
    settings: DEFAULT_SETTINGS,
    defaultWikis: DEFAULT_SETTINGS,
    longestRestMs: 1000,
    sites: [],
    unread: [],
    nameOf: (entity) => entity.toUpperCase(),
    knownKinds: [],
    packs: [bundled],
    holdings: new Map(),
    requests: [],
    cache: { count: 0, bytes: 0 },
    lookedUp: { count: 0, bytes: 0, limit: 30_000_000 },
    stories: 0,
    days: 0,
    persisted: true,
    tellsSight: true,
    on: { ...on, ...calls },
    ...change,
  };
  return { ...render(<SettingsPlace at={at} {...props} />), on };
}
const press = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }));

describe('the navigation of the library', () => {
  const frame = (hash: string) =>
    render(
      <LibraryView place={readPlace(hash)} travelled={false} notices={<p role="alert">Lost</p>}>
        <p>Here</p>
      </LibraryView>,
    );

  it.each([
    ['', 'Notes'],
    ['#notes', 'Notes'],
    ['#bin', 'Notes'],
    ['#note/iran', 'Notes'],
    ['#knowledge', 'Knowledge'],
    ['#knowledge?q=iran&kind=place', 'Knowledge'],
    ['#entity/q794', 'Knowledge'],
    ['#entity/q794/2020-01-03', 'Knowledge'],
    ['#met', 'What you met'],
    ['#sync', 'Sync'],
    ['#backup', 'Backup'],
    ['#packs', 'Knowledge packs'],
    ['#storage', 'Storage'],
    ['#no-such-place', 'Notes'],
    ['#note/%E0%A4%A', 'Notes'],
  ])('shows at %s where the reader is, in one place of ten', (hash, here) => {
    frame(hash);
    const links = screen.getAllByRole('link');
    expect(links).toHaveLength(10);
    expect(
      links.filter((link) => link.getAttribute('aria-current') === 'page').map((link) => link.textContent),
    ).toEqual([here]);
    expect(screen.getByText('Here')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toBe('Lost');
  });

  it('keeps the search', () => {
    for (const words of ['iran', 'AT&T', 'a+b = c?', 'Kata’ib #1', '50 %', 'حشد', '']) {
      for (const [kind, country] of [
        [null, null],
        ['group', 'q796'],
      ] as const) {
        const sought = { words, kind, country };
        const isNothing = words === '' && kind === null;
        expect(readPlace(fragmentOf({ at: 'knowledge', sought }))).toEqual({
          at: 'knowledge',
          ...(!isNothing && { sought }),
        });
      }
    }
    expect(readPlace('#knowledge?q=%E0%A4%A')).toMatchObject({ at: 'knowledge' });
  });

  it('keeps any characters in the name of an entity', () => {
    expect(readPlace('#note/a%2Fb%20c')).toEqual({ at: 'note', entity: 'a/b c' });
    expect(fragmentOf({ at: 'note', entity: 'a/b c' })).toBe('#note/a%2Fb%20c');
    expect(readPlace(fragmentOf({ at: 'note', entity: '\ud800x' }))).toEqual({ at: 'note', entity: '\ufffdx' });
    for (const entity of ['a/b c', 'q794', '?q=#', '100 %']) {
      for (const day of [null, '2020-01-03']) {
        const place = { at: 'entity', entity, day } as const;
        expect(readPlace(fragmentOf(place))).toEqual(place);
      }
    }
    for (const day of ['', '2020-02-30', '0001-01-01', 'today'])
      expect(readPlace(`#entity/q794/${day}`)).toEqual({ at: 'entity', entity: 'q794', day: null });
  });
});

describe('the pages about Backstory itself', () => {
  it('offer to trust presses in cards only if the browser cannot tell what covers them', () => {
    const name = 'Buttons in cards may ask Wikipedia';
    const first = show('settings');
    expect(screen.queryByRole('switch', { name })).toBeNull();
    first.unmount();
    const never = show('settings', { tellsSight: false, settings: { ...DEFAULT_SETTINGS, network: 'never' } });
    expect(screen.queryByRole('switch', { name })).toBeNull();
    never.unmount();
    const { on } = show('settings', { tellsSight: false });
    press(name, 'switch');
    expect(on.change).toHaveBeenCalledExactlyOnceWith({ askInCards: true });
  });

  it('have at most ten settings, each with a name and one sentence', () => {
    const { container } = show('settings');
    const settings = [...container.querySelectorAll('fieldset')];
    expect(settings.length).toBeLessThanOrEqual(10);
    for (const setting of settings) {
      expect(setting.querySelector('legend')?.textContent).toBeTruthy();
      expect(setting.querySelector('.help')?.textContent?.match(/\.$/)).toBeTruthy();
    }
  });

  it('change a setting at the press', () => {
    const { on } = show('settings');
    press('Every mention', 'radio');
    press('Never', 'radio');
    press('Dark', 'radio');
    press('Hide them on every page', 'switch');
    press('Show a button beside selected words', 'switch');
    fireEvent.change(screen.getByRole('slider'), { target: { value: '550' } });
    expect(on.change.mock.calls.flat()).toEqual([
      { density: 'every' },
      { network: 'never' },
      { theme: 'dark' },
      { marksHidden: true },
      { selectionButton: true },
      { restMs: 550 },
    ]);
  });

  it('report a rejected wiki address', () => {
    show('settings');
    fireEvent.change(screen.getByRole('textbox', { name: 'Wiki address' }), { target: { value: 'http://x.org' } });
    expect(screen.getByRole('alert').textContent).toMatch(/old one stays/);
  });

  it('can undo what the reader decided', () => {
    const { on } = show('settings', {
      settings: {
        ...DEFAULT_SETTINGS,
        muted: ['iran'],
        known: ['q5'],
        refused: { 'the times': ['times-london'] },
        sitesOff: ['a.org'],
      },
      sites: [
        { pattern: '*://*.b.org/*', allowed: true },
        { pattern: '*://*/*', allowed: true },
        { pattern: '*://*.c.org/*', allowed: false },
      ],
      unread: ['https://cloud.org/*'],
      knownKinds: [
        { kind: 'countries', known: true },
        { kind: 'politics_us', known: false },
      ],
    });
    press('Unmute IRAN');
    press('Mark it again: Q5');
    expect(on.forgetKnown).toHaveBeenCalledWith('q5');
    fireEvent.click(screen.getByRole('checkbox', { name: 'US politics' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Countries' }));
    expect(on.knowAll.mock.calls).toEqual([
      ['politics_us', true],
      ['countries', false],
    ]);
    press('Allow again: “the times” as TIMES-LONDON');
    press('Switch on for a.org');
    press('Remove access to b.org');
    press('Remove access to All sites');
    expect(on.unmute).toHaveBeenCalledWith('iran');
    expect(on.allowAgain).toHaveBeenCalledWith('the times', 'times-london');
    expect(on.switchOn).toHaveBeenCalledWith('a.org');
    expect(on.removeSite.mock.calls.flat()).toEqual(['*://*.b.org/*', '*://*/*']);
    expect(screen.getByText('c.org (the browser does not allow it any more)')).toBeTruthy();
    press('Allow again: c.org');
    expect(on.allowSite.mock.calls.flat()).toEqual(['*://*.c.org/*']);
    expect(screen.getByText('cloud.org (the browser allows it; not read)')).toBeTruthy();
    press('Give back access to cloud.org');
    expect(on.removeOrigin.mock.calls.flat()).toEqual(['https://cloud.org/*']);
  });

  it('list what was requested from whom', () => {
    const { on } = show('requests', {
      requests: [
        {
          at: Date.UTC(2026, 5, 1, 12),
          host: 'en.wikipedia.org',
          titles: ['Iran', 'Iraq'],
          outcome: 'time-out',
          bytes: 0,
        },
      ],
    });
    expect(screen.getByRole('cell', { name: 'Iran, Iraq' })).toBeTruthy();
    expect(screen.getByRole('cell', { name: 'No answer in time' })).toBeTruthy();
    press('Clear the log');
    expect(on.clearRequests).toHaveBeenCalledTimes(1);
  });

  it('show what is stored, and whether the browser will keep it', () => {
    const { on } = show('storage', { cache: { count: 3, bytes: 12_000 }, persisted: false });
    expect(screen.getByText('3 articles are kept on this device (12 kB).')).toBeTruthy();
    press('Delete them');
    expect(on.clearCache).toHaveBeenCalledTimes(1);
    expect(screen.getByText(/has given no promise/)).toBeTruthy();
    press('Ask the browser to keep it');
    expect(on.persist).toHaveBeenCalledTimes(1);
  });

  it('can forget the stories that were met, even after the switch was turned off', () => {
    const { on } = show('storage', { stories: 2, settings: { ...DEFAULT_SETTINGS, history: false } });
    expect(screen.getByText('The titles and addresses of 2 stories are kept on this device.')).toBeTruthy();
    press('Forget them');
    expect(on.forgetStories).toHaveBeenCalledTimes(1);
  });

  it.each([
    [true, /has promised to keep/],
    [null, /does not say whether/],
  ] as const)('do not ask a browser that answered %s', (persisted, sentence) => {
    show('storage', { persisted });
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('store no stories until the reader wants it', () => {
    const { on } = show('settings');
    press('Remember what I meet', 'switch');
    expect(on.change).toHaveBeenCalledWith({ history: true });
  });

  it.each([
    ['packs', { packs: 'unavailable' }],
    ['requests', { requests: 'unavailable' }],
    ['storage', { cache: 'unavailable' }],
    ['storage', { stories: 'unavailable' }],
  ] as const)('report that %s cannot be read', (at, change) => {
    show(at, change);
    expect(screen.getByText(/^This could not be read just now: reload the page/)).toBeTruthy();
  });

  it.each(['packs', 'settings', 'requests', 'storage', 'privacy'] as const)(
    'have no accessibility violations in %s',
    async (at) => {
      const { container } = show(at, {
        sites: [{ pattern: '*://*.b.org/*', allowed: false }],
        unread: ['https://c.org/*'],
      });
      const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );
});
