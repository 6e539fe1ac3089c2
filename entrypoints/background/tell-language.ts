import type { TellLanguage } from '../../lib/knowledge';
import { browser } from '../../lib/messages';

/** Percent of a text that have to be of one language. */
const MOST_OF_IT = 70;

/** By the detector that the browser brings with it: one of our own would be a fifth of the background script. */
export const tellLanguage: TellLanguage = async (text) => {
  const { isReliable, languages } = await browser.i18n.detectLanguage(text);
  const [first] = languages;
  return isReliable && first && first.percentage >= MOST_OF_IT ? first.language : null;
};
