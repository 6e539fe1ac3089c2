/** What popup, library and welcome begin with: the last theme before the first frame, words, settings, a place to draw in. */
import { type ComponentChild, render } from 'preact';
import { createText, type MessageKey, type Text, TextProvider } from '../../components/kit';
import { browser } from '../../lib/messages';
import { createSettings, paintLastTheme, paintTheme, type SettingsStore, type Theme } from '../../lib/settings';

export interface OwnPage {
  readonly text: Text;
  readonly settings: SettingsStore;
  paint(theme: Theme): void;
  /** Draws into the element of that id. */
  draw(id: string, tree: ComponentChild): void;
}

export function setUpPage(title: MessageKey): OwnPage {
  const root = document.documentElement;
  paintLastTheme(root, localStorage);
  const text = createText(browser.i18n.getUILanguage(), (key, substitutions) =>
    browser.i18n.getMessage(key as never, substitutions),
  );
  root.lang = text.t('text_language');
  root.dir = text.t('text_direction');
  document.title = text.t(title);
  return {
    text,
    settings: createSettings(browser.storage.local),
    paint: (theme) => paintTheme(root, localStorage, theme),
    draw(id, tree) {
      const place = document.getElementById(id);
      // What stood there for the time before.
      place?.replaceChildren();
      if (place) render(<TextProvider text={text}>{tree}</TextProvider>, place);
    },
  };
}
