/** Draws one story as `entrypoints/card` does: into a document that holds nothing else, the frame of the card. */
import { render } from 'preact';
import messages from '../../../assets/public/_locales/en/messages.json';
import { Card, type CardProps, type OpenEditor } from '../../../components/card';
import css from '../../../components/card/card.css?inline';
import { createText, fromMessages, TextProvider } from '../../../components/kit';
import { addStyle } from '../../../entrypoints/card/add-style';
import { watchEdges } from '../../../entrypoints/card/watch-edges';
import { type Sight, watchSight } from '../../../entrypoints/card/watch-sight';
import { openSession } from '../../unit/components/open-session';
import { STORIES, type StoryName } from './stories';

type Direction = 'ltr' | 'rtl';

declare global {
  interface Window {
    showStory(name: StoryName, theme: CardProps['theme'], direction?: Direction): void;
    /** What the card goes by when something costly is pressed. */
    sight: Sight;
  }
}

addStyle(css);
const place = document.createElement('main');
document.body.append(place);
watchEdges(window, place);
window.sight = watchSight();

/** A store that answers at once. */
const openEditor = async (): Promise<OpenEditor> => ({
  session: openSession(async ({ update }) => ({ update: null, savedAt: update && 2_000 })),
  name: 'Abu Mahdi al-Muhandis',
  explain: () => 'failed',
  glimpse: () => null,
  close: () => {},
});

window.showStory = (name, theme, direction = 'ltr') => {
  const text = createText('en-GB', fromMessages({ ...messages, text_direction: { message: direction } }));
  const story = STORIES[name];
  const root = document.documentElement;
  root.lang = text.t('text_language');
  root.dir = text.t('text_direction');
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.dataset.mode = story.mode;
  render(null, place);
  render(
    <TextProvider text={text}>
      <Card {...story} theme={theme} on={{ ...story.on, openEditor }} />
    </TextProvider>,
    place,
  );
  window.sight.look(document);
};
