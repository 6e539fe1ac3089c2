/** Moves focus to the place's title: the pressed element is about to disappear, and its focus with it. */
export function focusTitle(): void {
  document.querySelector<HTMLElement>('.place-title')?.focus();
}
