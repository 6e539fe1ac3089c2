const TEXT_INPUT = /^(?:text|search|email|url|tel|number|password|date|datetime-local|month|time|week)$/;

/** Is the reader typing into something of the page? Then we keep our hands still. */
export function isEditing(doc: Document): boolean {
  let focused = doc.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused) return false;
  if (focused.localName === 'textarea' || focused.localName === 'select') return true;
  if (focused.localName === 'input') return TEXT_INPUT.test((focused as HTMLInputElement).type);
  return (focused as HTMLElement).isContentEditable || focused.getAttribute('role') === 'textbox';
}
