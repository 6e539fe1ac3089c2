/** Fills the frame of a card as `entrypoints/card` does: by a content script, whatever the page's policy says. */
import { addStyle } from '../../../entrypoints/card/add-style';

if (document.documentElement.hasAttribute('data-backstory-card')) {
  addStyle('body { margin: 0; background: rgb(1, 2, 3) }');
  const input = document.createElement('input');
  document.body.append(input);
  const keys: string[] = [];
  document.addEventListener('keydown', ({ key }) => {
    keys.push(key);
    document.body.dataset.keys = keys.join('');
  });
  addEventListener('focus', () => input.focus());
  if (document.hasFocus()) input.focus();
}
