/**
 * What lives in the frame of the button beside a selection, out of the page's reach (lib/border). It knows no words: a press
 * has what is selected looked up by the background, on the way of the menu and the key. Built as `button.js`.
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
  // What has to be seen before it is pressed.
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

  // Neither focus nor selection moves: the page's words stay selected, and its keys stay with it.
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
  // Not by the observer: Chromium lays nothing out for it in a frame that is out of sight.
  tellSize();
  sight.look(document);
  new ResizeObserver(tellSize).observe(button);
});
