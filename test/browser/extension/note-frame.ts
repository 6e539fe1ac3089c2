/** The editor of a note in an open card, for tests to use. The page around it cannot reach it. */
import type { Frame, Page } from 'playwright-core';
import { cardFrameOf, pressInCard } from '../../tools/read-card';
import { until } from './session';

export interface NoteFrame {
  readonly frame: Frame;
  /** What the field says. */
  text(): Promise<string>;
  /** The line under the field. */
  state(): Promise<string>;
}

/** Presses the button in the open card and waits until the field has the focus. */
export async function openNote(page: Page, button: 'Add a note' | 'Edit note' | 'Quote the selection') {
  // Another tab may have come before it, and one that is behind has no focus to give.
  await page.bringToFront();
  await pressInCard(page, button);
  const frame = (await cardFrameOf(page)) as Frame;
  const field = frame.locator('textarea:not([readonly])');
  await field.waitFor();
  await until(() => field.evaluate((area) => area === area.ownerDocument.activeElement), 'the field has no focus');
  const note: NoteFrame = {
    frame,
    text: () => field.inputValue(),
    state: async () => (await frame.locator('.note-state').textContent()) ?? '',
  };
  return note;
}

export const waitForSaved = (note: NoteFrame): Promise<void> =>
  until(async () => /^Saved \d/.test(await note.state()), 'it is not said to be saved');
