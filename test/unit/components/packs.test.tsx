// @vitest-environment happy-dom
/** The packs of the library as a reader has them before the eyes: what each holds, its order, and every way in. Long
 * because each way ends in a dozen ways. */
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import type { SettingsPlaceCalls, SettingsPlaceProps } from '../../../components/settings';
import {
  type InstallOutcome,
  type InstallProgress,
  type PackHolding,
  SettingsPlace,
} from '../../../components/settings';
import type { PackId, PackSummary } from '../../../lib/knowledge';
import { DEFAULT_SETTINGS } from '../../../lib/settings';
import { render } from './render';

const info = {
  name: 'World affairs',
  edition: '2026-06-01',
  formatVersion: 3,
  entityCount: 1234,
  formCount: 5678,
  byteLength: 1_250_000,
};
const bundled: PackSummary = { id: null, problem: null, info, from: null, before: null };
const imported = (name: string, more: Partial<PackSummary> = {}): PackSummary => ({
  id: name,
  problem: null,
  info: { ...info, name },
  from: null,
  before: null,
  ...more,
});
const day = '2026-01-02';
const holding = (more: Partial<PackHolding> = {}): PackHolding => ({
  overlap: { own: 1200, shared: 34 },
  credits: {
    sources: [
      { name: 'Almanac', url: 'https://almanac.example/', licence: 'CC0', first: day, last: day },
      { name: 'Hearsay', url: 'javascript:alert(1)', licence: null, first: '2025-03-04', last: day },
    ],
    licences: [
      { licence: 'CC0', sources: 1 },
      { licence: null, sources: 1 },
    ],
    unread: 0,
  },
  ...more,
});

function show(change: Partial<SettingsPlaceProps> = {}, calls: Partial<SettingsPlaceCalls> = {}) {
  const on = {
    importPack: vi.fn<SettingsPlaceCalls['importPack']>(),
    fetchPack: vi.fn<SettingsPlaceCalls['fetchPack']>(),
    removePack: vi.fn(),
    arrangePacks: vi.fn(async (_: readonly PackId[]) => true),
    goBackTo: vi.fn(async () => true),
    dropBefore: vi.fn(async () => true),
  };
  const props = {
    settings: DEFAULT_SETTINGS,
    packs: [bundled],
    holdings: new Map(),
    on: { ...on, ...calls },
    ...change,
  } as unknown as SettingsPlaceProps;
  return { ...render(<SettingsPlace at="packs" {...props} />), on };
}
const statuses = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const names = (container: Element) =>
  [...container.querySelectorAll('.pack-name')].map(({ textContent }) => textContent);
const choose = (container: Element, name = 'x.pack') => {
  const input = container.querySelector('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File(['x'], name)], configurable: true });
  fireEvent.change(input);
};

describe('each pack', () => {
  it('shows what it holds, what it adds, its licences and its sources', () => {
    const { container } = show({
      packs: [bundled, imported('Chess', { from: 'https://packs.example/chess.pack' })],
      holdings: new Map([
        [null, holding()],
        ['Chess', holding({ overlap: { own: 1, shared: 33 } })],
      ]),
    });
    const [world, chess] = [...container.querySelectorAll('.pack')].map(({ textContent }) => textContent);
    expect(world).toContain('Comes with Backstory');
    expect(world).toContain('As of 1 June 2026; 1,234 entries under 5,678 names; 1.3 MB');
    expect(world).toContain('Adds 1,200 entries that no other pack has; shared with others: 34.');
    expect(world).toContain('Licences of its sources: CC0 (one source), none stated (one source)');
    expect(world).toContain('2 sources');
    expect(world).toContain('CC0 · read on 2 January 2026');
    expect(world).toContain('read between 4 March 2025 and 2 January 2026');
    expect(world).toContain('Wins where packs contradict one another.');
    expect(chess).toContain('Adds one entry that no other pack has; shared with others: 33.');
    expect(chess).toContain('Fetched from packs.example.');
    expect(chess).not.toContain('Wins where packs contradict');
  });

  it('links only web addresses', () => {
    show({ holdings: new Map([[null, holding()]]) });
    const links = screen.getAllByRole('link', { hidden: true }).map((link) => link.getAttribute('href'));
    expect(links).toEqual(['https://almanac.example/']);
    expect(screen.getByText('Hearsay').tagName).toBe('SPAN');
  });

  it('shows no order or comparison when it is the only one', () => {
    const { container } = show({ holdings: new Map([[null, holding({ overlap: null })]]) });
    expect(container.textContent).not.toMatch(/no other pack|^Wins where/);
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  });

  it('can be removed, except the bundled one', () => {
    const { on } = show({ packs: [bundled, imported('Chess')] });
    expect(screen.getAllByRole('button', { name: /^Remove/ })).toHaveLength(1);
    press('Remove the pack Chess');
    expect(on.removePack).toHaveBeenCalledExactlyOnceWith('Chess');
  });

  it('that is broken is reported as such, and can be moved and removed', () => {
    const { on } = show({ packs: [bundled, imported('Chess', { problem: 'damaged', info: null })] });
    expect(screen.getByText(/“Chess” is damaged/)).toBeTruthy();
    press('Move up: Chess');
    expect(on.arrangePacks).toHaveBeenCalledExactlyOnceWith(['Chess', null]);
    press('Remove the pack Chess');
    expect(on.removePack).toHaveBeenCalledExactlyOnceWith('Chess');
  });

  it('that is bundled and broken is shown with how it can be repaired', () => {
    show({ packs: [{ ...bundled, problem: 'damaged', info: null }] });
    expect(screen.getByText(/reinstalling the extension/)).toBeTruthy();
  });

  it('can be reset to its previous edition, which can also be deleted', async () => {
    const { on } = show({ packs: [bundled, imported('Chess', { before: '2025-01-01' })] });
    expect(screen.getByText('The edition of 1 January 2025, which was in use before, is kept.')).toBeTruthy();
    press('Go back to it: Chess of 1 January 2025');
    expect(on.goBackTo).toHaveBeenCalledExactlyOnceWith('Chess');
    await waitFor(() => expect(statuses()).toContain('“Chess” of 1 January 2025 is in use now.'));
    press('Delete it: Chess of 1 January 2025');
    expect(on.dropBefore).toHaveBeenCalledExactlyOnceWith('Chess');
    await waitFor(() => expect(statuses()).toContain('The edition of 1 January 2025 of “Chess” is deleted.'));
  });

  it('reports when a change could not be stored', async () => {
    show({ packs: [bundled, imported('Chess', { before: '2025-01-01' })] }, { goBackTo: async () => false });
    press(/^Go back to it/);
    await waitFor(() => expect(statuses()[0]).toMatch(/^That could not be stored, so nothing was changed/));
    expect(screen.getAllByRole('status')[0]?.className).toBe('error');
  });
});

describe('the order of packs', () => {
  /** Takes the new order as the library does: some time after. */
  function Ordered({ log }: { readonly log: (order: readonly PackId[]) => void }) {
    const [packs, setPacks] = useState([bundled, imported('Chess'), imported('Go')]);
    const on = {
      arrangePacks: async (order: readonly PackId[]) => {
        log(order);
        await new Promise((next) => setTimeout(next, 5));
        setPacks(order.map((id) => packs.find((pack) => pack.id === id)!));
        return true;
      },
    };
    const props = { settings: DEFAULT_SETTINGS, packs, holdings: new Map(), on } as unknown as SettingsPlaceProps;
    return <SettingsPlace at="packs" {...props} />;
  }
  const focused = () => document.activeElement?.getAttribute('aria-label');

  it('is changed by buttons, and the focus stays with the pack that was moved', async () => {
    const log = vi.fn();
    const { container } = render(<Ordered log={log} />);
    expect(screen.getByRole('button', { name: 'Move up: World affairs' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('button', { name: 'Move down: Go' })).toHaveProperty('disabled', true);
    press('Move up: Go');
    await waitFor(() => expect(names(container)).toEqual(['World affairs', 'Go', 'Chess']));
    expect(focused()).toBe('Move up: Go');
    await waitFor(() => expect(statuses()).toContain('“Go” is number 2 of 3 now.'));
    press('Move up: Go');
    await waitFor(() => expect(names(container)).toEqual(['Go', 'World affairs', 'Chess']));
    // What it was moved with can move it no further.
    expect(focused()).toBe('Move down: Go');
    expect(log.mock.calls).toEqual([[[null, 'Go', 'Chess']], [['Go', null, 'Chess']]]);
  });

  it('applies a second press to the result of the first, before that is stored', async () => {
    const log = vi.fn();
    const { container } = render(<Ordered log={log} />);
    press('Move up: Go');
    press('Move up: Go');
    expect(names(container)).toEqual(['Go', 'World affairs', 'Chess']);
    expect(log.mock.calls.at(-1)).toEqual([['Go', null, 'Chess']]);
    await waitFor(() => expect(statuses()).toContain('“Go” is number 1 of 3 now.'));
    expect(names(container)).toEqual(['Go', 'World affairs', 'Chess']);
  });

  it('is restored if it could not be stored', async () => {
    const { container } = show({ packs: [bundled, imported('Chess')] }, { arrangePacks: async () => false });
    press('Move up: Chess');
    await waitFor(() => expect(statuses()[0]).toMatch(/^That could not be stored/));
    expect(names(container)).toEqual(['World affairs', 'Chess']);
  });

  it('is changed by the arrow keys, not beyond the ends', async () => {
    const log = vi.fn();
    const { container } = render(<Ordered log={log} />);
    const down = screen.getByRole('button', { name: 'Move down: World affairs' });
    down.focus();
    fireEvent.keyDown(down, { key: 'ArrowUp' });
    fireEvent.keyDown(down, { key: 'ArrowDown', altKey: true });
    fireEvent.keyDown(down, { key: 'x' });
    expect(log).not.toHaveBeenCalled();
    expect(fireEvent.keyDown(down, { key: 'ArrowDown' })).toBe(false);
    await waitFor(() => expect(names(container)).toEqual(['Chess', 'World affairs', 'Go']));
    expect(focused()).toBe('Move down: World affairs');
  });
});

describe('a pack being downloaded', () => {
  it('is requested directly in the click, from the server that the button names', () => {
    const { on } = show();
    const button = () => screen.getByRole('button', { name: /^Fetch it/ }) as HTMLButtonElement;
    expect([button().textContent, button().disabled]).toEqual(['Fetch it', true]);
    type(/^Address/, 'packs.example/chess.pack');
    expect([button().textContent, button().disabled]).toEqual(['Fetch it from packs.example', false]);
    type(/^SHA-256/, 'abc');
    on.fetchPack.mockReturnValue(new Promise(() => {}));
    fireEvent.submit(button().closest('form') as HTMLFormElement);
    expect(on.fetchPack).toHaveBeenCalledExactlyOnceWith(
      'packs.example/chess.pack',
      'abc',
      expect.any(Function),
      expect.any(AbortSignal),
    );
    // One at a time.
    fireEvent.submit(button().closest('form') as HTMLFormElement);
    expect(on.fetchPack).toHaveBeenCalledTimes(1);
  });

  it('shows its progress, and can be stopped until it is stored', async () => {
    let tell: (progress: InstallProgress) => void = () => {};
    let end: (outcome: InstallOutcome) => void = () => {};
    let signal = new AbortController().signal;
    const { container } = show(
      {},
      {
        fetchPack: (_, __, told, given) => {
          [tell, signal] = [told, given];
          return new Promise((done) => {
            end = done;
          });
        },
      },
    );
    type(/^Address/, 'a.example/c.pack');
    fireEvent.submit(container.querySelector('form') as HTMLFormElement);
    act(() => tell({ step: 'asking', what: 'a.example' }));
    expect(statuses()).toContain('Asking a.example.');
    act(() => tell({ step: 'reading', loaded: 500_000, total: 2_000_000, what: 'a.example' }));
    const bar = screen.getByRole('progressbar', { name: 'Progress' }) as HTMLProgressElement;
    expect([bar.value, bar.max]).toEqual([500_000, 2_000_000]);
    expect(container.textContent).toContain('500 kB of 2 MB');
    // What changes all the time is not read out.
    expect(statuses()).toContain('Reading the file.');
    act(() => tell({ step: 'storing', what: 'a.example' }));
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    act(() => tell({ step: 'checking', what: 'a.example' }));
    press('Cancel');
    expect(signal.aborted).toBe(true);
    await act(async () => end({ state: 'cancelled' }));
    expect(statuses()).toContain('You stopped it. The packs you had stay in use.');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('is stopped when the reader leaves the page', async () => {
    let signal: AbortSignal | null = null;
    const { container, unmount } = show(
      {},
      {
        importPack: (_, __, ___, given) => {
          signal = given;
          return new Promise(() => {});
        },
      },
    );
    choose(container);
    expect(signal).toHaveProperty('aborted', false);
    unmount();
    await waitFor(() => expect(signal).toHaveProperty('aborted', true));
  });

  it.each([
    [{ state: 'imported', name: 'Chess', edition: '2026-01-01', replaced: null }, '“Chess” is in use now.'],
    [
      { state: 'imported', name: 'Chess', edition: '2026-01-01', replaced: '2025-01-01' },
      '“Chess” of 1 January 2026 is in use now, in place of the edition of 1 January 2025, which is kept.',
    ],
    [{ state: 'same', name: 'Chess' }, '“Chess” is in use already, byte for byte.'],
  ] as const)('ends successfully: %o', async (outcome, sentence) => {
    const { container } = show({}, { importPack: async () => outcome });
    type(/^SHA-256/, 'abc');
    choose(container);
    await waitFor(() => expect(statuses()).toContain(sentence));
    expect((screen.getByLabelText(/^SHA-256/) as HTMLInputElement).value).toBe('');
  });

  it.each([
    ['not-a-pack', /“x.pack” is not a Backstory pack/],
    ['truncated', /“x.pack” .*part of the file is missing/],
    ['older', /“x.pack” was made for an older Backstory/],
    ['too-large', /“x.pack” is larger than any knowledge pack/],
    ['damaged', /“x.pack” is damaged; download it again/],
    ['newer', /“x.pack” .*update the extension first/],
    ['not-stored', /“x.pack” is sound.*disk may be full/],
    ['wrong-checksum', /“x.pack” does not match the SHA-256 that you gave/],
    ['page', /“x.pack” is a web page/],
    ['unreadable', /“x.pack” could not be read/],
    ['bad-checksum', /not a SHA-256/],
    ['two-checksums', /different SHA-256 values/],
    ['bad-address', /not the address of a file/],
    ['not-secure', /Only https/],
    ['not-allowed', /does not let Backstory reach x.pack/],
    ['never', /is set to “Never”/],
    ['offline', /x.pack could not be reached/],
    ['time-out', /x.pack sent nothing for too long/],
    ['broken-off', /connection to x.pack broke off/],
    ['redirected', /x.pack redirects to another server/],
    ['refused', /x.pack refused to send/],
    ['server-error', /x.pack failed to answer/],
    ['private', /private windows/],
  ] as const)('that is refused (%s) says why, and that nothing is lost', async (problem, sentence) => {
    const { container } = show({}, { importPack: async () => ({ state: 'refused', what: 'x.pack', problem }) });
    type(/^SHA-256/, 'abc');
    choose(container);
    await waitFor(() => expect(statuses().at(-1)).toMatch(sentence));
    expect(statuses().at(-1)).toMatch(/The packs you had stay in use\.$/);
    // To be tried again.
    expect((screen.getByLabelText(/^SHA-256/) as HTMLInputElement).value).toBe('abc');
    expect(screen.getByText('World affairs')).toBeTruthy();
  });

  it('is not offered from a server if the reader allows no requests', () => {
    const { container } = show({
      settings: { ...DEFAULT_SETTINGS, network: 'never' },
      packs: [bundled, imported('Chess', { from: 'https://packs.example/chess.pack' })],
    });
    expect(screen.queryByLabelText(/^Address/)).toBeNull();
    expect(screen.queryByRole('button', { name: /^Fetch/ })).toBeNull();
    expect(container.textContent).toContain('No pack is fetched');
    expect(screen.getByRole('button', { name: 'Choose a file on this device' })).toBeTruthy();
  });

  it('can be requested again from its previous address', () => {
    const { on } = show({ packs: [bundled, imported('Chess', { from: 'https://packs.example/chess.pack' })] });
    on.fetchPack.mockReturnValue(new Promise(() => {}));
    press('Fetch it again: Chess, from packs.example');
    expect(on.fetchPack.mock.calls[0]?.slice(0, 2)).toEqual(['https://packs.example/chess.pack', '']);
  });
});

it('has no accessibility violations', async () => {
  const { container } = show({
    packs: [imported('Chess', { from: 'https://a.example/c.pack', before: '2025-01-01' }), bundled],
    holdings: new Map([
      [null, holding()],
      ['Chess', holding()],
    ]),
  });
  for (const details of container.querySelectorAll('details')) details.open = true;
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
