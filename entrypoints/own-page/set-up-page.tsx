/** How popup, library and welcome start: the last theme before the first frame, texts, settings, a root element. */
import { type ComponentChild, render } from 'preact';
import { createText, type MessageKey, type Text, TextProvider } from '../../components/kit';
import { browser } from '../../lib/messages';
import { createSettings, paintLastTheme, paintTheme, type SettingsStore, type Theme } from '../../lib/settings';

export interface OwnPage {
  readonly text: Text;
  readonly settings: SettingsStore;
  paint(theme: Theme): void;
  /** Renders into the element with that id. */
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
      // The placeholder until then.
      place?.replaceChildren();
      if (place) render(<TextProvider text={text}>{tree}</TextProvider>, place);
    },
  };
}
