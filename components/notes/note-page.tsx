/** One note with everything that belongs to it: text, tags, quotes, notes that name it, stories, earlier versions. */
import type { ComponentChildren } from 'preact';
import type { EntityKey } from '../../lib/facts';
import type { Note, NoteSubject, Quote, Version, WholeNote } from '../../lib/notes';
import { Button, formatDay, formatMoment, type Read, useText } from '../kit';
import { focusTitle, fragmentOf, Section } from '../library';
import { Origin, type OriginProps } from './origin';
import { Past } from './past';
import { SeenIn, type SeenStory } from './seen-in';
import { StoryLink } from './story-link';
import { TagField } from './tag-field';
import { Trail } from './trail';

export interface NotePageCalls {
  readonly addTag: (tag: string) => void;
  readonly removeTag: (tag: string) => void;
  readonly removeQuote: (quote: Quote) => void;
  readonly remove: () => void;
  readonly takeBack: () => void;
  readonly restore: (version: Version) => void;
  /** Whose a part is: an entity's; its own key's, to stand apart; null: as the packs say. */
  readonly place: (entity: EntityKey, place: EntityKey | null) => void;
  readonly keepHistory: (kept: boolean) => void;
  /** Versions and removed passages are read on request. */
  readonly openPast: () => void;
}

interface NotePageProps {
  /** Null while it is read; `'none'`: no note on this name. */
  readonly note: Read<WholeNote> | 'none';
  /** Whom a note not yet begun would be about: the first key typed creates it. Null: no pack knows. */
  readonly begin: NoteSubject | null;
  /** The text field of each part, by its key; this component only places it. */
  readonly editorOf: (entity: EntityKey) => ComponentChildren;
  /** Notes the reader keeps apart from this one. */
  readonly apart: readonly Note[];
  /** Who or what it is about, in a line; '' if no pack knows. */
  readonly who: string;
  /** Printed names of the entities the note may belong to. */
  readonly nameOf: (entity: EntityKey) => string;
  readonly undo?: ComponentChildren;
  readonly knownTags: readonly string[];
  readonly namedIn: readonly Note[];
  readonly history: boolean;
  readonly sightings: readonly SeenStory[];
  readonly versions: Read<readonly Version[]>;
  /** Passages removed from the text, on any device. */
  readonly removed: Read<readonly string[]>;
  readonly on: NotePageCalls;
}

export function NotePageView(props: NotePageProps) {
  const { note, begin, on } = props;
  const text = useText();
  const { t } = text;
  if (note === null) return null;
  const written = note === 'none' || note === 'unavailable' ? null : note;
  const subject = written ?? (note === 'none' ? begin : null);
  if (!subject) {
    return (
      <Section name="note" title={t('notes_title')} trail={<Trail />}>
        <p class={note === 'none' ? 'none' : 'error'}>
          {t(note === 'none' ? 'notes_not_here' : 'library_unavailable')}
        </p>
      </Section>
    );
  }
  const { entity, name, kind } = subject;
  const parts = written?.parts ?? [{ entity }];
  const kept = written?.kept !== 0;
  // One tree for an existing and a new note: the first key must not replace the field under the reader.
  return (
    <Section key={entity} name="note" title={name} trail={<Trail to={kept ? 'notes' : 'bin'} />}>
      <p class="note-facts">
        {kind && <span class="entry-kind">{t(`kind_${kind}`)}</span>}
        {written && (
          <span>
            {t('notes_dates', formatMoment(text, written.createdAt, 'day'), formatMoment(text, written.changedAt))}
          </span>
        )}
      </p>
      {props.who !== '' && (
        <p class="note-who" dir="auto">
          {props.who}
        </p>
      )}
      {props.undo}
      {!kept && (
        <p class="in-bin">
          <span>{t('notes_in_bin')}</span>
          <Button
            look="framed"
            onClick={() => {
              on.takeBack();
              focusTitle();
            }}
          >
            {t('notes_take_back')}
          </Button>
        </p>
      )}
      {parts.map((part) => {
        const why = 'name' in part && written ? whyOf(part, written) : null;
        return (
          // One list for all: a part that becomes the first must not replace the field under the reader.
          <div key={part.entity} class={why === 'joined' || why === 'placed' ? 'note-part' : undefined}>
            {written && 'name' in part && why && (
              <Origin
                entity={part.entity}
                name={part.name}
                title={name}
                why={why}
                asks={written.asks.map((one) => ({ entity: one, name: props.nameOf(one) }))}
                onPlace={kept ? (place) => on.place(part.entity, place) : null}
              />
            )}
            {kept ? (
              props.editorOf(part.entity)
            ) : (
              <p class="old-text" dir="auto">
                {written?.text}
              </p>
            )}
          </div>
        );
      })}
      <TagField
        tags={written?.tags ?? []}
        known={props.knownTags}
        fixed={!kept}
        onAdd={on.addTag}
        onRemove={on.removeTag}
      />
      {written && written.quotes.length > 0 && (
        <Quotes quotes={written.quotes} fixed={!kept} onRemove={on.removeQuote} />
      )}
      {props.apart.length > 0 && (
        <>
          <h3>{t('notes_apart')}</h3>
          <ul class="rows">
            {props.apart.map((other) => (
              <li key={other.entity}>
                <a dir="auto" href={fragmentOf({ at: 'note', entity: other.entity })}>
                  {other.name}
                </a>{' '}
                <Button onClick={() => on.place(other.entity, null)}>{t('note_put_together')}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {props.namedIn.length > 0 && (
        <>
          <h3>{t('notes_named_in')}</h3>
          <ul class="rows">
            {props.namedIn.map((other) => (
              <li key={other.entity}>
                <a dir="auto" href={fragmentOf({ at: 'note', entity: other.entity })}>
                  {other.name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={fragmentOf({ at: 'entity', entity, day: null })}>{t('notes_known')}</a>
      </p>
      <SeenIn history={props.history} sightings={props.sightings} onKeep={on.keepHistory} />
      {written && (
        <Past
          key={entity}
          versions={props.versions}
          removed={props.removed}
          now={written.text}
          onOpen={on.openPast}
          onRestore={kept ? on.restore : null}
        />
      )}
      {written && kept && (
        <p class="note-delete">
          <Button onClick={on.remove}>{t('notes_delete')}</Button>
        </p>
      )}
    </Section>
  );
}

/** What to say above a part; null: it is simply the note. */
function whyOf(part: Note, { parts, asks, isApart }: WholeNote): OriginProps['why'] | null {
  if (asks.length > 0) return 'asks';
  if (part.place !== undefined && part.place !== part.entity) return 'placed';
  if (part === parts[0]) return isApart ? 'apart' : null;
  return 'joined';
}

interface QuotesProps {
  readonly quotes: readonly Quote[];
  readonly fixed: boolean;
  readonly onRemove: (quote: Quote) => void;
}

function Quotes({ quotes, fixed, onRemove }: QuotesProps) {
  const text = useText();
  const { t } = text;
  return (
    <>
      <h3>{t('notes_quotes_title')}</h3>
      <ul class="quotes">
        {quotes.map((quote) => (
          <li key={quote.id}>
            <blockquote dir="auto">{quote.text}</blockquote>
            <p class="quote-from">
              <StoryLink url={quote.url} title={quote.title} />
              {quote.day !== null && <span>{formatDay(text, quote.day)}</span>}
              {!fixed && (
                <Button aria-label={t('notes_quote_remove_label', quote.text)} onClick={() => onRemove(quote)}>
                  {t('notes_quote_remove')}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
