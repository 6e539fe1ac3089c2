import type { EntityKey } from '../../lib/facts';
import type { NestedMention } from '../../lib/knowledge';
import { toParagraphs } from './runs';

interface LinkedTextProps {
  readonly text: string;
  /** Its language; absent if unknown. */
  readonly lang?: string;
  readonly mentions: readonly NestedMention[];
  /** Null if the stack of cards is full: then names are plain text. */
  readonly onName: ((entity: EntityKey) => void) | null;
}

/** Paragraphs in which names with their own cards are quiet dotted buttons. */
export function LinkedText({ text, lang, mentions, onName }: LinkedTextProps) {
  return (
    <>
      {toParagraphs(text, onName ? mentions : []).map((runs, p) => (
        <p key={p} dir="auto" lang={lang}>
          {runs.map(({ text: words, entity }) =>
            entity !== null && onName ? (
              <button type="button" class="name-link" onClick={() => onName(entity)}>
                {words}
              </button>
            ) : (
              words
            ),
          )}
        </p>
      ))}
    </>
  );
}
