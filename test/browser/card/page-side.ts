/** The page's side of the story book: the real host, with the real frame in it. */
import { cardDocument } from '../../../lib/border';
import { type CardHost, openCardHost } from '../../../lib/page';

declare global {
  interface Window {
    /** The tests' own way to the host; no page has one. */
    host: CardHost;
    /** Puts the card by a line near the middle of the window, or along its lower edge. */
    placeCard(mode: 'card' | 'sheet', natural: number): Promise<boolean>;
  }
}

window.host = openCardHost({
  top: window,
  content: cardDocument('0'.repeat(32)),
  isolation: 'sandbox',
  near: document.body,
  mode: 'card',
  loaded: () => {},
  title: 'Backstory',
  lost: () => {
    throw new Error('the host was lost');
  },
  signal: new AbortController().signal,
});

window.placeCard = async (mode, natural) => {
  const line = { x: innerWidth / 3, y: innerHeight / 4, width: 60, height: 18 };
  if (mode === 'sheet') window.host.placeSheet(natural);
  else if (!(await window.host.place(line, [line], natural))) return false;
  window.host.reveal();
  return true;
};
