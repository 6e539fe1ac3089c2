/** Gives the focus to the title of the place: what was pressed is about to go, and the focus with it. */
export function focusTitle(): void {
  document.querySelector<HTMLElement>('.place-title')?.focus();
}
