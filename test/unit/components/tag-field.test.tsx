// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { TagField } from '../../../components/notes/tag-field';
import { render } from './render';

function field() {
  const onAdd = vi.fn();
  render(<TagField tags={[]} known={['war']} fixed={false} onAdd={onAdd} onRemove={() => {}} />);
  const input = screen.getByLabelText('Add a tag');
  fireEvent.input(input, { target: { value: 'nuclear deal, talks,' } });
  return { onAdd, input };
}

it.each([
  ['Enter', (input: HTMLElement) => void fireEvent.keyDown(input, { key: 'Enter' })],
  ['its button', () => void fireEvent.click(screen.getByRole('button'))],
])('adds what was typed, tag by tag, at %s, even if the browser submits no form', (_, send) => {
  const sent = vi.fn();
  const { onAdd, input } = field();
  (input as HTMLInputElement).form?.addEventListener('submit', sent, { capture: true });
  send(input);
  expect(onAdd.mock.calls).toEqual([['nuclear deal'], ['talks']]);
  expect((input as HTMLInputElement).value).toBe('');
  expect(sent).not.toHaveBeenCalled();
});

it('submits no surrounding form, and waits while an input method composes', () => {
  const { onAdd, input } = field();
  expect(fireEvent.keyDown(input, { key: 'Enter', isComposing: true })).toBe(true);
  expect(onAdd).not.toHaveBeenCalled();
  expect(fireEvent.keyDown(input, { key: 'Enter' })).toBe(false);
});

it('adds a typed tag that was not confirmed when the reader moves on', () => {
  const { onAdd, input } = field();
  fireEvent.blur(input);
  expect(onAdd.mock.calls).toEqual([['nuclear deal'], ['talks']]);
});

it('waits while the window has lost the focus, since the word may be half typed', () => {
  const { onAdd, input } = field();
  input.focus();
  fireEvent.blur(input);
  expect(onAdd).not.toHaveBeenCalled();
  expect((input as HTMLInputElement).value).toBe('nuclear deal, talks,');
});

it('adds a typed tag when the field is removed', () => {
  const { onAdd, input } = field();
  fireEvent.submit((input as HTMLInputElement).form as HTMLFormElement);
  expect(onAdd.mock.calls).toEqual([['nuclear deal'], ['talks']]);
});

it('waits when the focus moves to its own button', () => {
  const { onAdd, input } = field();
  fireEvent.blur(input, { relatedTarget: screen.getByRole('button') });
  expect(onAdd).not.toHaveBeenCalled();
});

it('gets the focus when a tag is removed, since its button is gone', () => {
  const onRemove = vi.fn();
  render(<TagField tags={['war']} known={[]} fixed={false} onAdd={() => {}} onRemove={onRemove} />);
  const off = screen.getByRole('button', { name: 'Remove the tag war' });
  off.focus();
  fireEvent.click(off);
  expect(onRemove).toHaveBeenCalledWith('war');
  expect(document.activeElement).toBe(screen.getByLabelText('Add a tag'));
});
