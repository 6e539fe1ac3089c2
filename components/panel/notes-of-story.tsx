/** What the reader wrote about this story's names, in order of appearance. */
import type { EntityKey } from '../../lib/facts';
import type { NoteGlimpse, NotesOn } from '../../lib/messages';
import type { GlossaryEntry } from '../../lib/page';
import { Button, formatDay, type Read, useText } from '../kit';

interface NotesOfStoryProps {
  readonly notes: Read<readonly NotesOn[]>;
  readonly entries: readonly GlossaryEntry[];
  /** Opens the card, where the note is edited. */
  readonly onOpen: (entity: EntityKey) => void;
}

export function NotesOfStory({ notes, entries, onOpen }: NotesOfStoryProps) {
  const { t } = useText();
  if (notes === null) return null;
  if (notes === 'unavailable') return <p role="status">{t('panel_notes_failed')}</p>;
  const byEntity = new Map(notes.map((one) => [one.entity, one.notes]));
  const noted = entries.filter(({ entity }) => (byEntity.get(entity) ?? []).length > 0);
  if (noted.length === 0) return <p role="status">{t('panel_no_notes')}</p>;
  return (
    <ul class="panel-notes">
      {noted.map(({ entity, name }) => (
        <li key={entity}>
          <h2 dir="auto">{name}</h2>
          {(byEntity.get(entity) ?? []).map((note, i) => (
            <NoteWords key={i} {...note} />
          ))}
          <Button aria-label={t('panel_open_card_label', name)} onClick={() => onOpen(entity)}>
            {t('panel_open_card')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function NoteWords({ text: words, tags, quotes, changedOn }: NoteGlimpse) {
  const text = useText();
  const facts = [
    ...tags,
    ...(quotes > 0 ? [text.count('card_note_quotes', quotes)] : []),
    text.t('card_note_changed', formatDay(text, changedOn)),
  ];
  return (
    <>
      {words !== '' && (
        <p class="panel-words" dir="auto">
          {words}
        </p>
      )}
      <p class="credit">{facts.join(' · ')}</p>
    </>
  );
}
