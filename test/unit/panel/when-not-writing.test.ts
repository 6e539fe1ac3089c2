// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenNotWriting } from '../../../entrypoints/panel/when-not-writing';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<section class="note"><textarea></textarea><input></section><button>All names</button>';
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
  focused = true;
});
afterEach(() => void vi.useRealTimers());
let focused = true;
const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();

it('runs at once if nobody is editing a note', () => {
  const run = vi.fn();
  focus('button');
  whenNotWriting(document, run);
  expect(run).toHaveBeenCalledTimes(1);
});

it('runs at once if the reader has left the panel with the focus in its note', () => {
  const run = vi.fn();
  focus('textarea');
  focused = false;
  whenNotWriting(document, run);
  expect(run).toHaveBeenCalledTimes(1);
});

it('waits while a note is edited, from field to field, and runs only the last request', () => {
  const [first, last] = [vi.fn(), vi.fn()];
  focus('textarea');
  whenNotWriting(document, first);
  whenNotWriting(document, last);
  focus('input');
  vi.runAllTimers();
  expect([first, last].map((run) => run.mock.calls.length)).toEqual([0, 0]);
  focus('button');
  vi.runAllTimers();
  expect([first, last].map((run) => run.mock.calls.length)).toEqual([0, 1]);
  focus('textarea');
  focus('button');
  vi.runAllTimers();
  expect(last).toHaveBeenCalledTimes(1);
});
