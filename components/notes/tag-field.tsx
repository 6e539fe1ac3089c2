/**
 * A note's tags, each removable, and a field for another, which completes known tags. Half-typed text is added when the
 * field is left; a caller that removes the field first sends `submit` to its form. The browser never submits the form:
 * it cannot in a sandboxed frame (a card's, or that of a sandboxed page).
 */
import { useId, useRef, useState } from 'preact/hooks';
import { useText } from '../kit';

interface TagFieldProps {
  readonly tags: readonly string[];
  /** Tags of other notes, for completion. */
  readonly known: readonly string[];
  /** In the bin nothing can be changed. */
  readonly fixed: boolean;
  /** Nothing can be typed for now; half-typed text stays. */
  readonly locked?: boolean;
  readonly onAdd: (tag: string) => void;
  readonly onRemove: (tag: string) => void;
}

export function TagField({ tags, known, fixed, locked = false, onAdd, onRemove }: TagFieldProps) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  if (fixed && tags.length === 0) return null;

  function add(): void {
    for (const tag of (field.current?.value ?? '').split(',')) if (tag.trim() !== '') onAdd(tag.trim());
    setTyped('');
  }

  return (
    <div class="note-tags">
      <ul class="tags" aria-label={t('notes_tags')}>
        {tags.map((tag) => (
          <li key={tag} class="tag-word">
            <bdi>{tag}</bdi>
            {!fixed && (
              <button
                type="button"
                class="tag-off"
                aria-label={t('notes_tag_remove_label', tag)}
                onClick={() => {
                  onRemove(tag);
                  field.current?.focus(); // the focused button goes
                }}
              >
                <span aria-hidden="true">×</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {!fixed && (
        <form
          class="tag-form"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <input
            ref={field}
            type="text"
            list={list}
            value={typed}
            readOnly={locked}
            maxLength={60}
            placeholder={t('notes_tag_add')}
            aria-label={t('notes_tag_add')}
            autocomplete="off"
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              add();
            }}
            // Going on to "Done" confirms the typed word. A window losing focus does not: the word is only half typed.
            onBlur={({ currentTarget, relatedTarget }) => {
              if (document.activeElement === currentTarget) return;
              if (!currentTarget.form?.contains(relatedTarget as Node | null)) add();
            }}
          />
          <datalist id={list}>
            {known
              .filter((tag) => !tags.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag} />
              ))}
          </datalist>
          {typed.trim() !== '' && (
            <button type="button" class="button button-quiet" onClick={add}>
              {t('notes_tag_add_action')}
            </button>
          )}
        </form>
      )}
    </div>
  );
}
