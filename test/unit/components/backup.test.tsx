// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import {
  type BackupProps,
  BackupView,
  EmptiedNotice,
  type ImportOutcome,
  ReminderNotice,
} from '../../../components/backup';
import { Section } from '../../../components/library';
import type { FileProblem } from '../../../lib/notes';
import { render } from './render';

const READ: ImportOutcome = { state: 'read', added: 0, merged: 0, same: 0, notUnderstood: [] };

function show(change: Partial<Omit<BackupProps, 'on'>> = {}, calls: Partial<BackupProps['on']> = {}) {
  const on = {
    exportAs: vi.fn(async () => 'backstory-2026-06-01.json'),
    importFiles: vi.fn(async () => READ),
    cancelImport: vi.fn(),
    ...calls,
  };
  const props: BackupProps = { notes: 12, lastBackup: null, uncopied: 0, ...change, on };
  return { ...render(<BackupView {...props} />), on };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function take(outcome: ImportOutcome): Promise<string> {
  const { container } = show({}, { importFiles: async () => outcome });
  const input = container.querySelector('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'notes.csv')] });
  fireEvent.change(input);
  const status = () => screen.getAllByRole('status')[1]?.textContent ?? '';
  await waitFor(() => expect(status()).not.toMatch(/^(|Reading the files\.)$/));
  return status();
}

describe('the backup page', () => {
  it.each([
    ['Save a backup', 'json'],
    ['Save as Markdown', 'markdown'],
    ['Save as CSV', 'csv'],
    ['Save for Anki', 'anki'],
  ] as const)('offers a file at “%s” with a file name', async (button, kind) => {
    const { on } = show();
    press(button);
    await waitFor(() => expect(screen.getByText(/“backstory-2026-06-01.json” was handed/)).toBeTruthy());
    expect(on.exportAs).toHaveBeenCalledWith(kind);
  });

  it('reports when a file could not be made', async () => {
    show({}, { exportAs: () => Promise.reject(new Error('full')) });
    press('Save a backup');
    await waitFor(() =>
      expect(screen.getByText(/could not be made; your notes are as they were. Make room/)).toBeTruthy(),
    );
  });

  it('says when the last backup was made, or that there is none', () => {
    const { container, again } = show();
    expect(container.textContent).toContain('There are 12 notes on this device. No backup was made here yet.');
    const on = { exportAs: async () => '', importFiles: async () => READ, cancelImport: () => {} };
    again(<BackupView notes={1} lastBackup={Date.UTC(2026, 5, 1, 12)} uncopied={0} on={on} />);
    expect(container.textContent).toMatch(/There is one note on this device. The last backup was made on 1 June 2026/);
  });

  it('reminds of a backup when one is needed', () => {
    show({ notes: 30, uncopied: 20 });
    expect(screen.getByText('20 notes, as they are now, have no copy elsewhere that Backstory knows of.')).toBeTruthy();
  });

  it('reports the result of an import in numbers', async () => {
    expect(await take({ ...READ, added: 12, merged: 3, same: 1 })).toBe(
      '12 notes are new here. 3 notes merged. One was the same.',
    );
  });

  it('reports that a file contained no note', async () => {
    expect(await take(READ)).toBe('No note was found in there.');
  });

  const PROBLEMS: readonly FileProblem[] = [
    'damaged',
    'foreign',
    'newer',
    'too-big',
    'too-many',
    'took-too-long',
    'gave-up',
    'unreadable',
    'unsafe-path',
    'not-text',
    'locked',
    'not-a-note',
    'anki-package',
    'front-matter',
    'missing-columns',
    'bad-line',
    'more-fields',
    'open-quote',
    'cut-off',
    'no-name',
    'unknown-name',
    'ambiguous-name',
  ];
  it.each(PROBLEMS)('reports where and why something was not understood: %s', async (why) => {
    const said = await take({
      ...READ,
      added: 1,
      merged: 0,
      same: 0,
      notUnderstood: [{ file: 'notes.csv', line: 4, why, detail: 'Name' }],
    } as ImportOutcome);
    expect(said).toContain('One piece was not understood and left out:');
    expect(said).toMatch(/notes\.csv, line 4: [A-Za-z].+\.$/);
    expect(said).not.toMatch(/backup_problem|\$1/);
  });

  it('lists no more problems than anybody reads', async () => {
    const piece = { file: 'notes.csv', line: null, why: 'no-name', detail: '' } as const;
    const notUnderstood = Array.from({ length: 50 }, () => piece);
    const said = await take({ state: 'read', added: 0, merged: 0, same: 0, notUnderstood });
    expect(said.match(/it does not say which name/g)).toHaveLength(20);
    expect(said).toContain('and 30 more');
  });

  const stopped = 'The import stopped (disk). What had been imported until then stays; nothing else was changed.';
  it('reports that an import stopped', async () => {
    expect(await take({ ...READ, state: 'failed', detail: 'disk' })).toBe(stopped);
  });

  it('reports progress', async () => {
    const notUnderstood = [{ file: 'a.csv', line: 2, why: 'no-name', detail: '' }] as const;
    const said = await take({ state: 'failed', detail: 'disk', added: 2, merged: 0, same: 1, notUnderstood });
    expect(said).toBe(
      `2 notes are new here. One was the same.${stopped}One piece was not understood and left out:` +
        'a.csv, line 2: it does not say which name it is about.',
    );
  });

  it('stops an import when the reader says so, and reports what was imported', async () => {
    let end = (_: ImportOutcome): void => {};
    const importing = new Promise<ImportOutcome>((done) => {
      end = done;
    });
    const cancelImport = vi.fn(() => end({ ...READ, state: 'cancelled', added: 2, unread: 3 }));
    const { container } = show({}, { importFiles: () => importing, cancelImport });
    const stop = () => screen.queryByRole('button', { name: 'Stop the import' });
    expect(stop()).toBeNull();
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [new File(['x'], 'notes.csv')] });
    fireEvent.change(input);
    await waitFor(() => expect(stop()).toBeTruthy());
    const button = stop();
    button?.focus();
    fireEvent.click(button as HTMLElement);
    expect(cancelImport).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(stop()).toBeNull());
    expect(screen.getAllByRole('status')[1]?.textContent).toBe(
      '2 notes are new here.You stopped the import. What had been imported until then stays; nothing else was changed.' +
        'Nothing was imported from 3 files.',
    );
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Choose files' })));
  });

  it('accepts no other files while it reads some', async () => {
    const importFiles = vi.fn(() => new Promise<ImportOutcome>(() => {}));
    const { container } = show({}, { importFiles });
    for (const name of ['a.md', 'b.md']) {
      const drop = new Event('drop', { bubbles: true, cancelable: true });
      Object.assign(drop, { dataTransfer: { files: [new File(['x'], name)] } });
      fireEvent(container.querySelector('.drop') as Element, drop);
      await waitFor(() => expect(screen.getByRole('button', { name: 'Stop the import' })).toBeTruthy());
    }
    expect(importFiles).toHaveBeenCalledTimes(1);
  });

  it('accepts dropped files', async () => {
    const { container, on } = show();
    const files = [new File(['x'], 'a.md'), new File(['y'], 'b.md')];
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(drop, { dataTransfer: { files } });
    fireEvent(container.querySelector('.drop') as Element, drop);
    await waitFor(() => expect(on.importFiles).toHaveBeenCalledWith(files));
    expect(drop.defaultPrevented).toBe(true);
  });

  it('accepts a dropped folder: the notes in it at any depth, but not files of programs', async () => {
    const { container, on } = show();
    const file = (name: string) => ({
      isDirectory: false,
      name,
      file: (done: (file: File) => void) => done(new File(['x'], name)),
    });
    const folder = (name: string, entries: readonly object[]) => ({
      isDirectory: true,
      name,
      // As Chromium does, in parts.
      createReader: () => {
        const left = [...entries];
        return { readEntries: (done: (some: object[]) => void) => done(left.splice(0, 2)) };
      },
    });
    const vault = folder('vault', [
      file('Ana.md'),
      file('map.png'),
      folder('.obsidian', [file('app.json')]),
      folder('people', [file('Bo.md'), file('.hidden.md'), file('Chi.markdown')]),
    ]);
    const alone = new File(['y'], 'alone.csv');
    const dropped = [
      { file: new File([], 'vault'), entry: vault },
      { file: alone, entry: { isDirectory: false, name: 'alone.csv' } },
    ];
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    const items = dropped.map(({ entry }) => ({ webkitGetAsEntry: () => entry }));
    Object.assign(drop, { dataTransfer: { items, files: dropped.map(({ file }) => file) } });
    fireEvent(container.querySelector('.drop') as Element, drop);
    await waitFor(() => expect(on.importFiles).toHaveBeenCalledTimes(1));
    const [files = []] = vi.mocked(on.importFiles).mock.calls[0] ?? [];
    expect(files.map(({ name }) => name)).toEqual(['Ana.md', 'Bo.md', 'Chi.markdown', 'alone.csv']);
  });

  it('accepts a chosen folder, without files that are not notes', async () => {
    const { on } = show();
    const chosen = (['vault/Ana.md', 'vault/.obsidian/app.json', 'vault/map.png'] as const).map((path) =>
      Object.defineProperty(new File(['x'], path.split('/').at(-1) ?? ''), 'webkitRelativePath', { value: path }),
    );
    const chooser = screen.getByLabelText('Choose a folder', { selector: 'input' });
    Object.defineProperty(chooser, 'files', { value: chosen });
    fireEvent.change(chooser);
    await waitFor(() => expect(on.importFiles).toHaveBeenCalledWith([chosen[0]]));
  });

  it('has no accessibility violations', async () => {
    const { container } = show({ uncopied: 20 });
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('notices', () => {
  it('report what was lost and the two ways to get it back', () => {
    const dismiss = vi.fn();
    render(
      <>
        <EmptiedNotice count={40} onDismiss={dismiss} />
        <Section name="notes" title="Notes">
          {null}
        </Section>
      </>,
    );
    expect(screen.getByRole('alert').textContent).toContain('The browser has lost 40 notes that were stored here.');
    expect(screen.getByRole('link', { name: 'Restore from a backup' }).getAttribute('href')).toBe('#backup');
    expect(screen.getByRole('link', { name: 'Sync' }).getAttribute('href')).toBe('#sync');
    press('I know');
    expect(dismiss).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Notes' }));
  });

  it('remind of a backup with a link to it', () => {
    render(<ReminderNotice notes={21} />);
    expect(screen.getByRole('link', { name: 'Save a backup' }).getAttribute('href')).toBe('#backup');
  });
});
