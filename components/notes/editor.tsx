/** A whole note, editable in little space: text, quoted passages, tags. The library has its own page. */
import { useRef } from 'preact/hooks';
import type { EditorSession } from '../../lib/notes';
import { Button, formatDay, useText } from '../kit';
import { NoteField, type NoteFieldProps, useSession } from './note-field';
import { TagField } from './tag-field';

interface NoteEditorProps extends NoteFieldProps {
  /** The caller waits for `session.settled()` before removing the editor. */
  readonly onDone: () => void;
}

export function NoteEditor(props: NoteEditorProps) {
  const { session, onDone } = props;
  const { t } = useText();
  const { save } = useSession(session);
  const { tags, quotes } = session.content();
  const whole = useRef<HTMLDivElement>(null);
  const closed = save.at === 'reading' || save.at === 'unread';
  return (
    <div ref={whole} class="note-editor">
      <NoteField {...props} />
      <Quotes
        quotes={quotes}
        onRemove={(id) => {
          session.removeQuote(id);
          whole.current?.querySelector<HTMLElement>('.tag-form input')?.focus(); // the focused button goes
        }}
      />
      <div class="note-end">
        <TagField
          tags={tags}
          known={[]}
          fixed={closed}
          locked={props.locked === true}
          onAdd={(tag) => session.addTag(tag)}
          onRemove={(tag) => session.removeTag(tag)}
        />
        <Button look="framed" onClick={onDone}>
          {t('note_done')}
        </Button>
      </div>
    </div>
  );
}

interface QuotesProps {
  readonly quotes: ReturnType<EditorSession['content']>['quotes'];
  readonly onRemove: (id: string) => void;
}

function Quotes({ quotes, onRemove }: QuotesProps) {
  const text = useText();
  if (quotes.length === 0) return null;
  return (
    <ul class="note-quotes" aria-label={text.t('note_quotes')}>
      {quotes.map(({ id, text: words, title, day }) => (
        <li key={id}>
          <blockquote dir="auto">{words}</blockquote>
          <p class="note-source">
            <bdi>{title}</bdi>
            {day !== null && `, ${formatDay(text, day)}`}
          </p>
          <button
            type="button"
            class="note-off"
            aria-label={text.t('note_quote_remove', words)}
            onClick={() => onRemove(id)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
