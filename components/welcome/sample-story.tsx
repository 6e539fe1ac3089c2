/** A sample story with the names found in it. The caller provides pointing and the card. */
import type { ComponentChildren } from 'preact';
import type { Mention } from '../../lib/linking';
import { Button, formatDay, type Read, useText } from '../kit';
import type { StoryText } from './story-text';

type Found = Pick<Mention, 'block' | 'start' | 'end' | 'entity' | 'marked'>;

export interface SampleStoryProps {
  readonly story: StoryText;
  /** In text order; `block` is the paragraph's index. */
  readonly mentions: Read<readonly Found[]>;
  /** Whose card is open or about to be; null: none. */
  readonly active: string | null;
  /** A name was pressed. */
  readonly onOpen: (id: string, name: HTMLElement) => void;
  readonly onRetry: () => void;
}

/** How the caller recognises a mention: stored in its element's `data-mention`. */
const idOf = ({ block, start }: Found): string => `${block}:${start}`;

export function SampleStory({ story, mentions, active, onOpen, onRetry }: SampleStoryProps) {
  const text = useText();
  const { t } = text;
  const found = mentions === null || mentions === 'unavailable' ? [] : mentions;

  const named = (mention: Found, words: string): ComponentChildren => {
    const id = idOf(mention);
    // As on a page: an unmarked name opens too, but is not a Tab stop.
    const name = { 'data-mention': id, 'data-entity': mention.entity };
    if (!mention.marked)
      return (
        <span key={id} {...name}>
          {words}
        </span>
      );
    return (
      <button
        key={id}
        {...name}
        type="button"
        class={id === active ? 'sample-name sample-active' : 'sample-name'}
        aria-haspopup="dialog"
        aria-expanded={id === active}
        onClick={({ currentTarget }) => onOpen(id, currentTarget)}
      >
        {words}
      </button>
    );
  };

  return (
    <article class="sample" aria-labelledby="sample-title" aria-busy={mentions === null}>
      <h3 id="sample-title">{story.title}</h3>
      <p class="sample-date">
        {formatDay(text, story.day)} · {t('welcome_story_by')}
      </p>
      {story.paragraphs.map((words, block) => (
        <p key={words} class="sample-text">
          {pieces(
            words,
            found.filter((mention) => mention.block === block),
            named,
          )}
        </p>
      ))}
      {mentions === 'unavailable' && (
        <p class="error" role="alert">
          {t('welcome_try_failed')} <Button onClick={onRetry}>{t('popup_retry')}</Button>
        </p>
      )}
    </article>
  );
}

function pieces(
  words: string,
  mentions: readonly Found[],
  named: (mention: Found, words: string) => ComponentChildren,
): ComponentChildren[] {
  let at = 0;
  const parts = mentions.flatMap((mention) => {
    const before = words.slice(at, mention.start);
    at = mention.end;
    return [before, named(mention, words.slice(mention.start, mention.end))];
  });
  return [...parts, words.slice(at)];
}
