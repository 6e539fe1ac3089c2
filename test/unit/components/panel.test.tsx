// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { NotesOfStory, PlaceNav } from '../../../components/panel';
import type { GlossaryEntry } from '../../../lib/page';
import { render } from './render';

const entry = (entity: string, name: string) => ({ entity, name }) as GlossaryEntry;
const entries = [entry('iran', 'Iran'), entry('iraq', 'Iraq'), entry('syria', 'Syria')];
const note = (text: string, tags: readonly string[] = []) => ({
  text,
  tags,
  quotes: 0,
  changedOn: '2026-11-30' as const,
});

it('has a tab for each place, and shows which one is open', () => {
  const onGo = vi.fn();
  const places = [
    { id: 'names', label: 'panel_names' },
    { id: 'notes', label: 'panel_notes' },
  ] as const;
  render(<PlaceNav places={places} now="names" onGo={onGo} />);
  expect(screen.getByRole('navigation', { name: 'What to show' })).toBeTruthy();
  expect(screen.getByRole('button', { current: 'page' }).textContent).toBe('Names');
  fireEvent.click(screen.getByRole('button', { name: 'Notes' }));
  expect(onGo.mock.calls).toEqual([['notes']]);
});

it('shows the notes on names of the story, in its order, with all their parts and links to edit them', () => {
  const onOpen = vi.fn();
  const notes = [
    { entity: 'syria', notes: [note('Of Syria.', ['war'])] },
    { entity: 'iran', notes: [note('Of Iran.'), note('And before.')] },
    { entity: 'iraq', notes: [] },
  ];
  const { container } = render(<NotesOfStory notes={notes} entries={entries} onOpen={onOpen} />);
  expect(screen.getAllByRole('heading').map((one) => one.textContent)).toEqual(['Iran', 'Syria']);
  expect([...container.querySelectorAll('.panel-words')].map((one) => one.textContent)).toEqual([
    'Of Iran.',
    'And before.',
    'Of Syria.',
  ]);
  expect(container.textContent).toContain('war · ');
  fireEvent.click(screen.getByRole('button', { name: 'Open the card and note of Syria' }));
  expect(onOpen.mock.calls).toEqual([['syria']]);
});

it.each([
  [null, ''],
  ['unavailable', 'Your notes could not be read. They are still stored: open the library, or restart the browser.'],
  [[], "You have no note on a name in this story yet. Open a name's card to write one."],
] as const)('reports its state: %o', (notes, words) => {
  const { container } = render(<NotesOfStory notes={notes} entries={entries} onOpen={() => {}} />);
  expect(container.textContent).toBe(words);
});
