// @vitest-environment happy-dom
/** The editor of a card over a session whose store answers at once. */
import { act, fireEvent, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { expect, it, vi } from 'vitest';
import { NoteEditor } from '../../../components/notes/editor';
import { openSession } from './open-session';
import { render } from './render';

const passage = (text: string) => ({ text, title: 'Talks', url: `https://a.org/${text}`, day: null });

async function open() {
  const session = openSession(async ({ update }) => ({ update: null, savedAt: update && 2_000 }));
  const onDone = vi.fn();
  const shown = render(<NoteEditor session={session} name="Iran" explain={() => 'failed'} onDone={onDone} />);
  await act(async () => {
    session.addQuote(passage('Calm.'));
    session.addQuote(passage('Never.'));
  });
  return { ...shown, session, onDone };
}

it('names the passage that a button removes, and keeps the focus in the editor', async () => {
  const { session } = await open();
  const off = screen.getByRole('button', { name: 'Remove the passage “Never.”' });
  off.focus();
  await act(async () => void fireEvent.click(off));
  expect(session.content().quotes.map(({ text }) => text)).toEqual(['Calm.']);
  expect(document.activeElement).toBe(screen.getByLabelText('Add a tag'));
});

it('links the saved-state line to the field for assistive technology', async () => {
  const { container } = await open();
  const line = container.querySelector('.note-state');
  expect(screen.getByRole('textbox', { name: 'Your note on Iran' }).getAttribute('aria-describedby')).toBe(line?.id);
});

it('has no accessibility violations', async () => {
  const { container } = await open();
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
