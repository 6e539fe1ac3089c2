/** A fact in words: whose it is, what it says, and for an event who took part. */
import { type ComponentChildren, Fragment } from 'preact';
import type { StoryLine } from '../../lib/story-background';
import { lineWords, PACK_LANGUAGE, tieWords, useText } from '../kit';
import { StoryName } from './story-name';

interface LineTextProps {
  readonly line: StoryLine;
  /** It is told for its end. */
  readonly ends?: boolean;
  /** After its words, before who took part. */
  readonly mark?: ComponentChildren;
}

/** The card has more. */
const MOST_PARTS = 4;
/** The name says it all, with the date beside it. */
const SAYS_NO_MORE: ReadonlySet<string> = new Set(['took-place', 'under-way']);

export function LineText({ line, ends = false, mark }: LineTextProps) {
  const text = useText();
  const { about, wording, other, parts, telling } = line;
  const isBare = wording.words === null && SAYS_NO_MORE.has(wording.property);
  return (
    <>
      <StoryName entity={about.entity} name={about.name} />
      {telling === 'tie' && other !== null && wording.name !== null ? (
        <>
          {' · '}
          <StoryName entity={other} name={wording.name} />, <bdi>{tieWords(text, wording)}</bdi>
        </>
      ) : (
        !isBare && (
          <>
            {': '}
            <span dir="auto" lang={wording.words === null ? undefined : PACK_LANGUAGE}>
              {ends ? text.t('story_until_then', lineWords(text, wording)) : lineWords(text, wording)}
            </span>
          </>
        )
      )}
      {isBare && ends && <>: {text.t('story_ended')}</>}
      {mark}
      {parts.length > 0 && (
        <span class="story-parts">
          {parts.slice(0, MOST_PARTS).map((part, at) => (
            <Fragment key={part.entity}>
              {at > 0 && '; '}
              <StoryName entity={part.entity} name={part.name} />, <bdi>{tieWords(text, part.wording)}</bdi>
            </Fragment>
          ))}
        </span>
      )}
    </>
  );
}
