/** Renders one story as the reader script would: into a closed shadow root, on a page with hostile styles. */
import { render } from 'preact';
import messages from '../../../assets/public/_locales/en/messages.json';
import { Card, type CardProps } from '../../../components/card';
import css from '../../../components/card/card.css?inline';
import { createText, fromMessages, TextProvider } from '../../../components/kit';
import { STORIES, type StoryName } from './stories';

const text = createText('en-GB', fromMessages(messages));

declare global {
  interface Window {
    showStory(name: StoryName, theme: CardProps['theme']): void;
    /** The closed root of the story on show, for the tests' eyes only. */
    storyRoot: ShadowRoot;
  }
}

window.showStory = (name, theme) => {
  document.body.replaceChildren();
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const place = document.createElement('div');
  root.append(style, place);
  document.body.append(host);
  render(
    <TextProvider text={text}>
      <Card {...STORIES[name]} theme={theme} />
    </TextProvider>,
    place,
  );
  window.storyRoot = root;
};
