/** Where a line comes from, and as of when. */
import type { Source } from '../../lib/facts';
import { formatMonth, useText } from '../kit';

interface LineSourceProps {
  readonly source: Source;
  readonly onOpen: (url: string) => void;
}

export function LineSource({ source: { name, url, asOf }, onOpen }: LineSourceProps) {
  const text = useText();
  // An address from a pack is data: only web addresses become links.
  const isWeb = url !== null && /^https?:\/\//i.test(url);
  return (
    <span class="story-source">
      {isWeb ? (
        <a
          href={url}
          rel="noreferrer noopener"
          onClick={(event) => {
            event.preventDefault();
            onOpen(url);
          }}
        >
          {name}
        </a>
      ) : (
        name
      )}
      , {text.t('card_source_as_of', formatMonth(text, asOf))}
    </span>
  );
}
