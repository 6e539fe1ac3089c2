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

it('adds what was typed, tag by tag, when it is sent', () => {
  const { onAdd, input } = field();
  fireEvent.submit((input as HTMLInputElement).form as HTMLFormElement);
  expect(onAdd.mock.calls).toEqual([['nuclear deal'], ['talks']]);
});

it('keeps a tag that was typed and not sent, when the reader goes on to something else', () => {
  const { onAdd, input } = field();
  fireEvent.blur(input);
  expect(onAdd.mock.calls).toEqual([['nuclear deal'], ['talks']]);
});

it('waits while the window has lost the focus: the word is only half typed', () => {
  const { onAdd, input } = field();
  input.focus();
  fireEvent.blur(input);
  expect(onAdd).not.toHaveBeenCalled();
  expect((input as HTMLInputElement).value).toBe('nuclear deal, talks,');
});

it('is sent by whoever takes it away', () => {
  const { onAdd, input } = field();
  (input as HTMLInputElement).form?.requestSubmit();
  expect(onAdd.mock.calls).toEqual([['nuclear deal'], ['talks']]);
});

it('waits on the way to its own button', () => {
  const { onAdd, input } = field();
  fireEvent.blur(input, { relatedTarget: screen.getByRole('button') });
  expect(onAdd).not.toHaveBeenCalled();
});

it('has the focus when a tag is taken off, since its button is gone', () => {
  const onRemove = vi.fn();
  render(<TagField tags={['war']} known={[]} fixed={false} onAdd={() => {}} onRemove={onRemove} />);
  const off = screen.getByRole('button', { name: 'Remove the tag war' });
  off.focus();
  fireEvent.click(off);
  expect(onRemove).toHaveBeenCalledWith('war');
  expect(document.activeElement).toBe(screen.getByLabelText('Add a tag'));
});
