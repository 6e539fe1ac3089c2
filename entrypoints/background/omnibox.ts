/**
 * `bs` and a name in the address bar: the same search as in the library. The browser passes only what is typed after
 * the keyword, and it is searched only in the packs.
 */
import type { FoundEntity, FoundKnowledge } from '../../lib/knowledge';
import { browser } from '../../lib/messages';
import { asXml, chosenEntity, suggestionFor } from './suggestions';

/** Chromium shows no more, Firefox fewer. */
const MOST = 8;
/** What a search may ask for; the address bar takes more. */
const LONGEST = 400;

export interface OmniboxParts {
  readonly search: (words: string, most: number) => Promise<FoundKnowledge>;
  readonly isKnown: (key: string) => Promise<boolean>;
}

export function wireOmnibox({ search, isKnown }: OmniboxParts): void {
  // Firefox for Android has none.
  if (!browser.omnibox) return;
  const { omnibox } = browser;
  const markup = !import.meta.env.FIREFOX;
  const words = (key: string, ...more: string[]) => browser.i18n.getMessage(key as never, more as never);
  const first = (typed: string) => {
    // Firefox shows the first line before it asks us: it would have the words of the previous letter.
    const line = typed === '' || !markup ? words('omnibox_empty') : words('omnibox_default', typed);
    // A promise according to the polyfill, nothing according to Chromium's types.
    void omnibox.setDefaultSuggestion({ description: markup ? asXml(line) : line });
  };

  first('');
  omnibox.onInputStarted.addListener(() => {
    first('');
    // The names are read while the first letter is typed.
    void search('', 0).catch(() => {});
  });
  omnibox.onInputChanged.addListener((text, suggest) => {
    const typed = text.trim().slice(0, LONGEST);
    first(typed);
    if (typed === '') return suggest([]);
    const line = (found: FoundEntity) => suggestionFor(found, words(`kind_${found.kind}`), markup);
    // Without packs there is only the first line, which leads to an explanation.
    search(typed, MOST).then(
      ({ found }) => suggest(found.map(line)),
      () => suggest([]),
    );
  });
  omnibox.onInputEntered.addListener(async (text, disposition) => {
    const place = await placeFor(text.trim().slice(0, LONGEST));
    const url = browser.runtime.getURL(`/library.html#${place}` as never);
    if (disposition !== 'currentTab') {
      await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
      return;
    }
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    // In a private window Chromium opens no page of an extension: it opens in another window.
    if (tab?.id === undefined || (tab.incognito && markup)) await browser.tabs.create({ url });
    else await browser.tabs.update(tab.id, { url });
  });

  /** A chosen line leads to its entity; so do words that match one entity only. */
  async function placeFor(text: string): Promise<string> {
    const chosen = chosenEntity(text);
    if (chosen !== null && (await isKnown(chosen).catch(() => false))) return `entity/${encodeURIComponent(chosen)}`;
    const { total, found } = text === '' ? NOTHING : await search(text, 1).catch(() => NOTHING);
    const [only] = found;
    if (total === 1 && only) return `entity/${encodeURIComponent(only.entity)}`;
    return text === '' ? 'knowledge' : `knowledge?${new URLSearchParams({ q: text })}`;
  }
}

const NOTHING: FoundKnowledge = { total: 0, found: [] };
