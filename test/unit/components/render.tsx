/** Renders a component with the words of `messages.json`, in British English. */
import { cleanup, render as renderTree } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { onTestFinished } from 'vitest';
import messages from '../../../assets/public/_locales/en/messages.json';
import { createText, fromMessages, TextProvider } from '../../../components/kit';

export const text = createText('en-GB', fromMessages(messages));

export function render(tree: ComponentChild) {
  // The library does this by itself only where the test functions are global.
  onTestFinished(cleanup);
  const wrap = (inner: ComponentChild) => <TextProvider text={text}>{inner}</TextProvider>;
  const result = renderTree(wrap(tree));
  return { ...result, again: (next: ComponentChild) => result.rerender(wrap(next)) };
}
