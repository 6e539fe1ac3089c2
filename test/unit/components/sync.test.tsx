// @vitest-environment happy-dom
/** What the sync page says and does. Long because every state of a remote is one line of a table over the same card. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { OfferNotice, type PassphraseRun, type SyncCalls, SyncView, type WayToAdd } from '../../../components/sync';
import type { AddedKind } from '../../../lib/remote-kinds';
import { type RemoteStatus, SET_UPS, SYNC_TROUBLES } from '../../../lib/sync';
import { render } from './render';

const AT = Date.UTC(2026, 5, 1, 12);
const here = { device: 'aaaaaaaaaaaaaaaa', name: 'Laptop', at: AT, count: 12, digest: '0123456789abcdef' };

const remote = (change: Partial<RemoteStatus> = {}): RemoteStatus => ({
  id: 'webdav:1',
  kind: 'webdav',
  ofBrowser: false,
  place: 'cloud.example/dav/me/Backstory',
  on: true,
  protection: 'plain',
  running: null,
  lastSuccess: AT,
  pending: { count: 0, since: null },
  trouble: null,
  leftBehind: [],
  held: [],
  heldMore: 0,
  devices: [],
  here,
  ...change,
});

/** As the page has them, in a browser that opens folders or in one that does not. */
const ways = (canOpenFolders: boolean): readonly WayToAdd[] =>
  (['webdav', 'folder'] as const satisfies readonly AddedKind[]).map((kind) => {
    const { label, form, help, noHelp } = SET_UPS[kind];
    const isPossible = kind !== 'folder' || canOpenFolders;
    return { kind, label, form, help: isPossible ? help : noHelp, isPossible };
  });

type Props = Parameters<typeof SyncView>[0];
function show(change: Partial<Omit<Props, 'on'>> = {}, calls: Partial<SyncCalls> = {}) {
  const on = {
    syncNow: vi.fn(),
    cancel: vi.fn(),
    switchRemote: vi.fn(),
    removeRemote: vi.fn(),
    judgeHeld: vi.fn(),
    takeOut: vi.fn(async () => ({ state: 'done' }) as const),
    allow: vi.fn(async () => true),
    addPlace: vi.fn(async () => ({ state: 'added' }) as const),
    setPassphrase: vi.fn(async () => ({ state: 'done' }) as const),
    unlock: vi.fn(async () => ({ state: 'done' }) as const),
    nameDevice: vi.fn(),
  };
  return { ...render(syncView(change, { ...on, ...calls })), on };
}
function syncView(change: Partial<Omit<Props, 'on'>>, on: SyncCalls) {
  const props: Props = {
    remotes: [remote()],
    deviceName: 'Laptop',
    passphrase: 'none',
    shortestPassphrase: 10,
    waysToAdd: ways(true),
    on,
    ...change,
  };
  return <SyncView {...props} />;
}
const press = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }));
const type = (name: string, value: string) => fireEvent.input(screen.getByLabelText(name), { target: { value } });
const card = () => screen.getByRole('article');

describe('a remote', () => {
  it('reports that everything is there only after a complete exchange', () => {
    show();
    expect(card().textContent).toMatch(/Last complete exchange: 1 June 2026/);
    expect(card().textContent).toContain('everything here is there too');
  });

  it('claims nothing before it has ever answered', () => {
    show({ remotes: [remote({ lastSuccess: null })] });
    expect(card().textContent).toContain('No exchange has been completed yet.');
    expect(card().textContent).not.toContain('is there too');
  });

  it.each([{ on: false }, { trouble: { code: 'not-found', at: AT, detail: '404', passing: false } }] as const)(
    'claims nothing about what is stored there with %j',
    (change) => {
      show({ remotes: [remote(change)] });
      expect(card().textContent).toContain('Nothing is waiting.');
      expect(card().textContent).not.toContain('is there too');
    },
  );

  it('has its host as heading, with the rest of the address below', () => {
    show();
    expect(within(card()).getByRole('heading').textContent).toBe('cloud.example');
    expect(within(card()).getByText('/dav/me/Backstory')).toBeTruthy();
  });

  it('shows how much waits and since when, even while it is off', () => {
    show({ remotes: [remote({ on: false, pending: { count: 3, since: AT } })] });
    expect(card().textContent).toMatch(/Changes in 3 notes are waiting, the oldest since 1 June 2026/);
    expect(screen.queryByRole('button', { name: /^Sync now/ })).toBeNull();
  });

  it('shows the current step, and can be stopped', () => {
    const { on } = show({ remotes: [remote({ running: 'check' })] });
    expect(card().textContent).toContain('Reading back what was written.');
    expect(screen.queryByRole('button', { name: /^Sync now/ })).toBeNull();
    press('Cancel');
    expect(on.cancel).toHaveBeenCalledWith('webdav:1');
  });

  it.each(SYNC_TROUBLES)('says what to do about %s, in complete sentences, and when it was tried', (code) => {
    show({ remotes: [remote({ trouble: { code, at: AT, detail: 'detail-of-it', passing: false } })] });
    const said = within(card()).getByRole('status').textContent ?? '';
    expect(said).toMatch(/^[A-Z].{20,}\. Last tried 1 June 2026.*\./);
    expect(said).not.toMatch(/sync_trouble|\$1/);
  });

  it('asks nothing of the reader after a failure that may be chance', () => {
    const trouble = { code: 'credentials', at: AT, detail: 'PROPFIND: 401', passing: true } as const;
    show({ remotes: [remote({ trouble })] });
    const said = within(card()).getByRole('status').textContent ?? '';
    expect(said).toContain('refused this time (PROPFIND: 401)');
    expect(said).toContain('there is nothing to do yet');
    expect(said).not.toMatch(/password|Check/);
  });

  it('asks for a permission again directly in the click', () => {
    const { on } = show({ remotes: [remote({ trouble: { code: 'permission', at: AT, detail: '', passing: false } })] });
    press('Allow again');
    expect(on.allow).toHaveBeenCalledWith('webdav:1');
  });

  it('reports that the permission was refused again', async () => {
    const allow = vi.fn(async () => false);
    show({ remotes: [remote({ trouble: { code: 'permission', at: AT, detail: '', passing: false } })] }, { allow });
    press('Allow again');
    await screen.findByText(/The browser did not allow it: press again/);
    allow.mockResolvedValue(true);
    press('Allow again');
    await waitFor(() => expect(screen.queryByText(/did not allow it/)).toBeNull());
  });

  it('links from a locked remote to the passphrase', () => {
    show({
      remotes: [remote({ trouble: { code: 'locked', at: AT, detail: '', passing: false } })],
      passphrase: 'locked',
    });
    press('Type the passphrase');
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase'));
  });

  it('is run, switched off and removed by buttons with its name', () => {
    const { on } = show();
    press('Sync now: cloud.example/dav/me/Backstory');
    press(/cloud.example.*On/, 'switch');
    press('Remove cloud.example/dav/me/Backstory from sync');
    expect(on.syncNow).toHaveBeenCalledWith('webdav:1');
    expect(on.switchRemote).toHaveBeenCalledWith('webdav:1', false);
    expect(on.removeRemote).toHaveBeenCalledWith('webdav:1');
  });

  it('says what the browser account is, who can read it, and no more than is known', () => {
    const account = remote({ id: 'account', kind: 'account', ofBrowser: true, place: '' });
    show({ remotes: [account] });
    expect(card().textContent).toContain('Browser account');
    expect(card().textContent).toContain("The browser's maker can read these notes unless you set a passphrase below.");
    expect(card().textContent).toContain('knows only that the browser took them, not that they arrived');
    expect(card().textContent).toContain('Firefox for Android does not carry them');
    expect(card().textContent).not.toContain('is there too');
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  });

  it('can be emptied only while it is off, without confirmation, and reports the result', async () => {
    const account = remote({ id: 'account', kind: 'account', ofBrowser: true, place: '' });
    const takeOut = vi
      .fn()
      .mockResolvedValueOnce({ state: 'failed', detail: 'no room to think' })
      .mockResolvedValueOnce({ state: 'done' })
      .mockResolvedValueOnce({ state: 'nothing' });
    const { again, on } = show({ remotes: [account] }, { takeOut });
    expect(screen.queryByRole('button', { name: /out of the account/ })).toBeNull();
    again(syncView({ remotes: [{ ...account, on: false }] }, { ...on, takeOut }));
    expect(card().textContent).toContain('on every other browser that has them');
    press('Take my notes out of the account');
    const failed = await screen.findByText(/That failed \(no room to think\)\. Some of it may still be there/);
    expect(failed.className).toBe('error');
    press('Take my notes out of the account');
    expect((await screen.findByText(/Nothing of Backstory's is in the account any more, as far/)).className).toBe(
      'said',
    );
    press('Take my notes out of the account');
    await screen.findByText("Nothing of Backstory's was in the account.");
    expect(takeOut).toHaveBeenCalledTimes(3);
  });

  it('can be emptied only if it is the account', () => {
    show({ remotes: [remote({ on: false })] });
    expect(screen.queryByRole('button', { name: /out of the account/ })).toBeNull();
  });

  describe('with plain files in a sealed folder', () => {
    const file = (name: string, change = {}) => ({
      name,
      hash: `hash of ${name}`,
      device: 'bbbbbbbbbbbbbbbb',
      deviceName: 'Phone',
      at: AT,
      notes: 2,
      look: [{ name: 'Iran', text: 'typed on the phone' }],
      ...change,
    });
    const held = [file('a'), file('b', { notes: 1 }), file('c', { device: '', deviceName: '', at: null, look: [] })];

    it('says whose they are and what they contain, and not that everything there is sealed', async () => {
      const { container } = show({ remotes: [remote({ protection: 'sealed', held, heldMore: 7 })] });
      expect(card().textContent).toContain('There are 10 unsealed files here');
      expect(card().textContent).toMatch(/Phone.*1 June 2026.*2 files.*3 notes.*Iran.*typed on the phone/);
      expect(card().textContent).toContain('A device without a name');
      expect(card().textContent).toContain('7 more are looked at');
      expect(card().textContent).not.toContain('nobody can read it there');
      expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
    });

    it('takes in what the reader recognises, device by device', () => {
      const { on } = show({ remotes: [remote({ protection: 'sealed', held })] });
      press('Take in the files of Phone');
      expect(on.judgeHeld).toHaveBeenCalledExactlyOnceWith('webdav:1', held.slice(0, 2), true);
    });

    it('deletes only after saying what that means', () => {
      const { on } = show({ remotes: [remote({ protection: 'sealed', held })] });
      press('Leave out the files of Phone');
      expect(on.judgeHeld).not.toHaveBeenCalled();
      expect(card().textContent).toContain('They are then deleted there.');
      press('Keep');
      press('Leave out the files of Phone');
      press('Delete there: the files of Phone');
      expect(on.judgeHeld).toHaveBeenCalledExactlyOnceWith('webdav:1', held.slice(0, 2), false);
    });
  });

  it('lists the notes that were not sent', () => {
    const leftBehind = [{ doc: 'note:iran', name: 'Iran', bytes: 9_000 }];
    const pending = { count: 1, since: AT };
    show({ remotes: [remote({ id: 'account', kind: 'account', ofBrowser: true, place: '', leftBehind, pending })] });
    expect(card().textContent).toContain('The browser took all that fits.');
    expect(card().textContent).not.toContain('wait');
    expect(card().textContent).toContain('One note does not fit and stays on this device');
    expect(card().textContent).toContain('Iran');
    expect(card().textContent).toContain('9 kB');
  });

  it('lists no more of them than anybody reads', () => {
    const leftBehind = Array.from({ length: 9_000 }, (_, index) => ({
      doc: `note:${index}`,
      name: `N${index}`,
      bytes: 9,
    }));
    show({ remotes: [remote({ id: 'account', kind: 'account', ofBrowser: true, place: '', leftBehind })] });
    expect(screen.getAllByRole('listitem')).toHaveLength(100);
    expect(screen.getByText('and 8,900 more')).toBeTruthy();
  });

  it('compares devices by counts and digests', () => {
    const devices = [
      { device: 'bbbb', name: 'Phone', at: AT, count: 12, digest: here.digest },
      { device: 'cccc', name: '', at: AT, count: 9, digest: 'fedcba9876543210' },
      { ...here, name: 'Laptop as it was' },
    ];
    show({ remotes: [remote({ devices })] });
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatch(/Laptop \(this one\).*12.*01234567/);
    expect(rows[2]).toMatch(/Phone as of 1 June 2026.*12.*01234567.*The same/);
    expect(rows[3]).toMatch(/Unnamed \(cccc\).*9.*fedcba98.*Differs/);
    expect(screen.getByText(/sync on both/)).toBeTruthy();
  });

  it('distinguishes devices of one name, including this one', () => {
    const devices = [
      { device: 'bbbbbbbb', name: 'Laptop', at: AT, count: 12, digest: here.digest },
      { device: 'cccccccc', name: 'Phone', at: AT, count: 12, digest: here.digest },
    ];
    show({ remotes: [remote({ devices })] });
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows[1]).toMatch(/^Laptop · aaaa \(this one\)/);
    expect(rows[2]).toMatch(/^Laptop · bbbb as of/);
    expect(rows[3]).toMatch(/^Phone as of/);
  });
});

describe('adding a remote', () => {
  it('adds a WebDAV folder with what was typed, directly in the click', () => {
    const { on } = show();
    press('Add a WebDAV folder');
    expect(screen.getByText(/Settings, Security, Create new app password/)).toBeTruthy();
    type('Address of the folder', ' https://cloud.example/dav/ ');
    type('User name', 'me');
    type('App password', 'secret ');
    fireEvent.submit(screen.getByLabelText('Address of the folder').closest('form') as HTMLFormElement);
    expect(on.addPlace).toHaveBeenCalledExactlyOnceWith('webdav', {
      address: 'https://cloud.example/dav/',
      user: 'me',
      password: 'secret ',
    });
  });

  it.each([
    [{ state: 'bad-address' }, /must begin with https/],
    [{ state: 'not-allowed' }, /nothing was added/],
    [{ state: 'trouble', code: 'credentials', detail: '401' }, /does not accept the name or the app password/],
    [{ state: 'failed', detail: 'odd' }, /could not be set up \(odd\)/],
  ] as const)('keeps the form when it ends in %j', async (outcome, sentence) => {
    show({}, { addPlace: async () => outcome });
    press('Add a WebDAV folder');
    type('Address of the folder', 'https://x');
    fireEvent.submit(screen.getByLabelText('Address of the folder').closest('form') as HTMLFormElement);
    await waitFor(() => expect(screen.getByText(sentence)).toBeTruthy());
    expect((screen.getByLabelText('Address of the folder') as HTMLInputElement).value).toBe('https://x');
  });

  it('says why there is no folder to add when the browser opens none', () => {
    show({ waysToAdd: ways(false) });
    expect(screen.queryByRole('button', { name: 'Add a folder of this device' })).toBeNull();
    expect(screen.getByText(/lets no extension open a folder/)).toBeTruthy();
  });

  it('adds a folder of this computer at the press', () => {
    const { on } = show();
    press('Add a folder of this device');
    expect(on.addPlace).toHaveBeenCalledExactlyOnceWith('folder', {});
  });
});

describe('the passphrase', () => {
  const submit = (label: string) => fireEvent.submit(screen.getByLabelText(label).closest('form') as HTMLFormElement);

  it('is accepted only when it is long enough and typed the same way twice', async () => {
    const { on } = show();
    press('Set a passphrase');
    type('New passphrase', 'short');
    type('The same again', 'short');
    submit('New passphrase');
    await waitFor(() => expect(screen.getByText(/at least 10 characters/)).toBeTruthy());
    type('New passphrase', 'four words and more');
    submit('New passphrase');
    await waitFor(() => expect(screen.getByText('The two do not match.')).toBeTruthy());
    expect(on.setPassphrase).not.toHaveBeenCalled();
    type('The same again', 'four words and more');
    submit('New passphrase');
    await waitFor(() => expect(screen.getByText(/^Done\./)).toBeTruthy());
    expect(on.setPassphrase).toHaveBeenCalledWith('four words and more', expect.anything());
    expect(screen.queryByLabelText('New passphrase')).toBeNull();
  });

  it('is explained, with what forgetting it means, before one is set', () => {
    show();
    expect(screen.getByText(/Nobody can open what is stored there without the passphrase/)).toBeTruthy();
  });

  it('is typed once if another device has set it, and a wrong one is distinguished from a failure', async () => {
    const unlock = vi
      .fn()
      .mockResolvedValueOnce({ state: 'wrong' })
      .mockResolvedValueOnce({ state: 'failed', detail: 'no answer' });
    show({ passphrase: 'locked' }, { unlock });
    expect(screen.queryByLabelText('The same again')).toBeNull();
    type('Passphrase', 'x');
    submit('Passphrase');
    await waitFor(() => expect(screen.getByText('That is not the passphrase.')).toBeTruthy());
    submit('Passphrase');
    await waitFor(() => expect(screen.getByText(/no answer/)).toBeTruthy());
    expect(unlock).toHaveBeenCalledWith('x', expect.anything());
  });

  it('shows what is being done and since when, and can be stopped', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    let run: PassphraseRun | null = null;
    let end: (outcome: { state: 'cancelled' }) => void = () => {};
    const unlock = (_: string, given: PassphraseRun) => {
      run = given;
      return new Promise<{ state: 'cancelled' }>((done) => {
        end = done;
        given.signal.addEventListener('abort', () => end({ state: 'cancelled' }));
      });
    };
    show({ passphrase: 'locked' }, { unlock });
    type('Passphrase', 'x');
    submit('Passphrase');
    await screen.findByText(/^Checking whether another device/);
    act(() => run?.told({ step: 'open', at: 2, of: 3 }));
    expect(screen.getByText(/^Trying the passphrase on key 2 of 3/).getAttribute('role')).toBe('status');
    act(() => void vi.advanceTimersByTime(2_000));
    expect(screen.getByText('2 seconds so far')).toBeTruthy();
    act(() => run?.told({ step: 'seal' }));
    expect(screen.getByText(/^Making the key/)).toBeTruthy();
    press('Cancel');
    await screen.findByText('You stopped it, and nothing was changed.');
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase'));
    expect(screen.getByRole('button', { name: 'Unlock' }).hasAttribute('disabled')).toBe(false);
  });

  it('is hidden while it is typed, unless the reader wants to see it', () => {
    show({ passphrase: 'locked' });
    expect(screen.getByLabelText('Passphrase').getAttribute('type')).toBe('password');
    fireEvent.click(screen.getByLabelText('Show what I type'));
    expect(screen.getByLabelText('Passphrase').getAttribute('type')).toBe('text');
  });
});

describe('the sync page', () => {
  it('stores a new name of the device, but not an empty one', () => {
    const { on } = show();
    const field = screen.getByLabelText('Name of this device') as HTMLInputElement;
    const leave = (value: string) => {
      fireEvent.input(field, { target: { value } });
      fireEvent.change(field);
    };
    leave('  ');
    expect(on.nameDevice).not.toHaveBeenCalled();
    expect(field.value).toBe('Laptop');
    leave(' Work ');
    expect(on.nameDevice).toHaveBeenCalledWith('Work');
  });

  it('keeps a name being typed during an exchange', () => {
    const { again, on } = show();
    const field = screen.getByLabelText('Name of this device') as HTMLInputElement;
    fireEvent.input(field, { target: { value: 'Lap' } });
    for (const running of ['look', 'read'] as const) again(syncView({ remotes: [remote({ running })] }, on));
    expect(field.value).toBe('Lap');
    again(syncView({ deviceName: 'Named elsewhere' }, on));
    expect(field.value).toBe('Named elsewhere');
  });

  it('reports when it cannot be read', () => {
    show({ remotes: 'unavailable' });
    expect(screen.getByText(/^This could not be read just now: reload the page/)).toBeTruthy();
  });

  it('has no accessibility violations', async () => {
    const devices = [{ device: 'bbbb', name: 'Phone', at: AT, count: 12, digest: here.digest }];
    const { container } = show({
      remotes: [
        remote({ devices, running: 'read' }),
        remote({
          id: 'account',
          kind: 'account',
          ofBrowser: true,
          place: '',
          trouble: { code: 'locked', at: AT, detail: '', passing: false },
        }),
      ],
      passphrase: 'locked',
    });
    press('Add a WebDAV folder');
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('the question where notes may go', () => {
  type Offered = NonNullable<Props['offer']>;
  function ask(change: Partial<Omit<Offered, 'on'>> = {}, calls: Partial<Offered['on']> = {}) {
    const offerCalls = { useAccount: vi.fn(async () => ({ state: 'done' }) as const), keepHere: vi.fn(), ...calls };
    const offer = { inAccount: 'empty', hasRing: false, shortestPassphrase: 10, on: offerCalls, ...change } as const;
    return { ...show({ offer }), offerCalls };
  }
  const submit = (label: string) => fireEvent.submit(screen.getByLabelText(label).closest('form') as HTMLFormElement);

  it('is not shown if it was answered', () => {
    show();
    expect(screen.queryByText('Where may your notes go?')).toBeNull();
  });

  it('seals before anything is sent, and only with a passphrase typed the same way twice', async () => {
    const { offerCalls } = ask();
    press("Into the browser's account");
    type('New passphrase', 'four words and more');
    type('The same again', 'four words and less');
    submit('New passphrase');
    await screen.findByText('The two do not match.');
    expect(offerCalls.useAccount).not.toHaveBeenCalled();
    type('The same again', 'four words and more');
    submit('New passphrase');
    await waitFor(() => expect(offerCalls.useAccount).toHaveBeenCalledWith('four words and more', expect.anything()));
  });

  it('sends notes unsealed only if a button with exactly these words was pressed', async () => {
    const { offerCalls } = ask({ inAccount: 'plain' });
    expect(screen.getByText(/are there already, not sealed/)).toBeTruthy();
    press("Into the browser's account");
    expect(screen.getByText(/The browser's maker can then read your notes/)).toBeTruthy();
    press('Use the account without sealing');
    await waitFor(() => expect(offerCalls.useAccount).toHaveBeenCalledWith(null, expect.anything()));
  });

  it('joins sealed notes in the account with their passphrase, and in no other way', async () => {
    const useAccount = vi.fn(async () => ({ state: 'wrong' }) as const);
    ask({ inAccount: 'sealed' }, { useAccount });
    expect(screen.getByText(/sealed with a passphrase; type it in/)).toBeTruthy();
    press("Into the browser's account");
    expect(screen.queryByText('Use the account without sealing')).toBeNull();
    expect(screen.queryByLabelText('The same again')).toBeNull();
    type('Passphrase', 'x');
    submit('Passphrase');
    await screen.findByText('That is not the passphrase.');
    expect(useAccount).toHaveBeenCalledWith('x', expect.anything());
  });

  it('asks for no second passphrase if one is set', async () => {
    const { offerCalls } = ask({ hasRing: true });
    press("Into the browser's account");
    press('Use the account, sealed');
    await waitFor(() => expect(offerCalls.useAccount).toHaveBeenCalledWith(null, expect.anything()));
  });

  it('links to where a folder is added, and accepts a no with one press', () => {
    const { offerCalls } = ask();
    press('Into a folder of mine');
    expect(document.activeElement?.textContent).toBe('Add a WebDAV folder');
    press('Keep them here');
    expect(offerCalls.keepHere).toHaveBeenCalledTimes(1);
  });

  it('waits until it knows what is in the account, and leaves newer data alone', () => {
    ask({ inAccount: null });
    expect(screen.getByRole('button', { name: /browser's account/ }).hasAttribute('disabled')).toBe(true);
    ask({ inAccount: 'newer' });
    expect(screen.getByText(/Update the extension here/)).toBeTruthy();
    expect(screen.queryByText(/was read and sent/)).toBeNull();
  });

  it('has no accessibility violations', async () => {
    const { container } = ask();
    press("Into the browser's account");
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it('is followed by a notice where notes are, with a link', () => {
    const onKeepHere = vi.fn();
    render(<OfferNotice onKeepHere={onKeepHere} />);
    expect(screen.getByRole('link', { name: 'Choose where they may go' }).getAttribute('href')).toBe('#sync');
    press('Keep them here');
    expect(onKeepHere).toHaveBeenCalledTimes(1);
  });
});

it('a remote that was never used says what using it would mean', () => {
  const unused = remote({
    id: 'account',
    kind: 'account',
    ofBrowser: true,
    place: '',
    on: false,
    lastSuccess: null,
    pending: { count: 3, since: AT },
  });
  show({ remotes: [unused] });
  expect(card().textContent).toContain('Not in use: nothing is sent there');
  expect(card().textContent).toContain(
    "Not sealed without a passphrase: the browser's maker can read what goes there.",
  );
  expect(card().textContent).not.toContain('wait');
});
