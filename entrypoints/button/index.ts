/**
 * Runs in the frame of the button beside a selection, out of the page's reach (lib/border). It never sees the words: on
 * a press the background looks up the selection, as from the menu or by the key. Built as `button.js`.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createFrameLine, isNudge, takeDoor } from '../../lib/border';
import { browser, connectQuietly, type ToCard } from '../../lib/messages';
import { addStyle } from '../card/add-style';
import { textZoom } from '../card/text-zoom';
import { watchSight } from '../card/watch-sight';
import css from './button.css?inline';

/** ms: half a second in sight, and the browser's next look. */
const PROOF_MS = 700;

type Text = 'text_language' | 'text_direction' | 'selection_button';

export default defineUnlistedScript(() => {
  const door = takeDoor(globalThis);
  if (!door) return;
  const root = document.documentElement;
  const text = (key: Text): string => browser.i18n.getMessage(key as never);
  root.lang = text('text_language');
  root.dir = text('text_direction');
  addStyle(css);
  const button = document.createElement('button');
  button.type = 'button';
  // Reached by pointer and finger; whoever uses keys has a key for it, and Tab goes on through the page.
  button.tabIndex = -1;
  button.textContent = text('selection_button');
  // What must be visible before it is pressed.
  button.dataset.costly = '';
  button.style.zoom = String(textZoom(root));

  const sight = watchSight();
  /** A press is waited for that came before it could be proven, as a quick hand's does: what lies over the button stays unproven. */
  let waiting = false;
  async function isSeen(): Promise<boolean> {
    if (!sight.canTell || sight.isProven(button)) return true;
    waiting = true;
    await new Promise((next) => setTimeout(next, PROOF_MS));
    waiting = false;
    return sight.isProven(button);
  }
  const line = createFrameLine({ door, connect: connectQuietly, admitted: () => {}, heard });
  let told = '';

  function heard(say: ToCard): void {
    if (say.type !== 'theme') return;
    if (say.theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = say.theme;
  }
  function tellSize(): void {
    const { width, height } = button.getBoundingClientRect();
    if (told === `${width} ${height}`) return;
    told = `${width} ${height}`;
    line.say({ type: 'drawn', token: 0, width, height });
  }

  // Focus and selection stay: the page's words remain selected, and its keys go on working.
  addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', async ({ isTrusted }) => {
    if (!isTrusted || waiting || !(await isSeen())) return;
    line.say({ type: 'close' });
    void line.call('lookUpSelected', {}).catch(() => {});
  });
  document.body.append(button);
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (isNudge(message, door.card)) line.wake();
    return undefined;
  });
  line.say({ type: 'ready' });
  // Not by the observer: in Chromium it does not fire in a frame that is out of sight.
  tellSize();
  sight.look(document);
  new ResizeObserver(tellSize).observe(button);
});
