import * as dom from './dom';

const TEXT_INPUT = /^(?:text|search|email|url|tel|number|password|date|datetime-local|month|time|week)$/;

/** Is the reader typing into the page? Then we do nothing. */
export function isEditing(doc: Document): boolean {
  const focused = dom.focused(doc);
  if (!focused) return false;
  const tag = dom.localName(focused);
  if (tag === 'textarea' || tag === 'select') return true;
  if (tag === 'input') return TEXT_INPUT.test(dom.inputType(focused));
  return dom.isEditable(focused) || dom.getAttribute(focused, 'role') === 'textbox';
}
