/** The reader's notes: found by words or a tag, newest change or name first, page by page. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { NotePage, NoteQuery, WholeNote } from '../../lib/notes';
import { Button, formatMoment, type Read, useText } from '../kit';
import { fragmentOf, NOTHING_SOUGHT, Section } from '../library';
import { Trail } from './trail';

/** ms of rest after a key before the list is queried again; shorter than most people's typing. */
const TYPING_MS = 120;
/** More tags than this are a list to choose from, not a row to glance at. */
const TAGS_IN_A_ROW = 12;

export interface NoteListCalls {
  readonly ask: (change: Partial<Pick<NoteQuery, 'words' | 'tag' | 'order'>>) => void;
  readonly more: () => void;
  readonly takeBack: (note: WholeNote) => void;
}

interface NoteListProps {
  readonly query: Pick<NoteQuery, 'words' | 'tag' | 'order' | 'kept'>;
  readonly page: Read<NotePage>;
  /** Tags in use with their number of notes, most used first. */
  readonly tags: readonly (readonly [tag: string, count: number])[];
  /** Kept notes and those in the bin. */
  readonly counts: { readonly kept: number; readonly bin: number } | null;
  /** The last action that can be undone. */
  readonly undo?: ComponentChildren;
  readonly on: NoteListCalls;
}

export function NoteList({ query, page, tags, counts, undo, on }: NoteListProps) {
  const { t, count } = useText();
  const { kept } = query;
  const searched = query.words.trim() !== '' || query.tag !== null;
  return (
    <Section
      key={kept ? 'notes' : 'bin'}
      name={kept ? 'notes' : 'bin'}
      title={t(kept ? 'notes_title' : 'notes_bin')}
      lead={leadOf(t, kept, counts)}
      trail={!kept && <Trail />}
    >
      {undo}
      {(searched || (kept ? counts?.kept : counts?.bin) !== 0) && <Finder query={query} tags={tags} on={on} />}
      <p class="found" role="status">
        {page !== null && page !== 'unavailable' && searched && count('notes_found', page.total)}
      </p>
      {page === 'unavailable' && <p class="error">{t('library_unavailable')}</p>}
      {page !== null && page !== 'unavailable' && (
        <>
          {page.total === 0 && !searched && <p class="none">{t(kept ? 'notes_none' : 'notes_bin_none')}</p>}
          <ul class="entries">
            {page.notes.map((note) => (
              <NoteLine key={note.entity} note={note} on={on} />
            ))}
          </ul>
          {page.notes.length < page.total && (
            <Button look="framed" onClick={on.more}>
              {count('notes_more', page.total - page.notes.length)}
            </Button>
          )}
        </>
      )}
      {kept && page !== null && page !== 'unavailable' && (!searched || page.total === 0) && (
        <Begin words={query.words} />
      )}
      {kept && counts !== null && counts.bin > 0 && (
        <p class="trail">
          <a href={fragmentOf({ at: 'bin' })}>{count('notes_bin_link', counts.bin)}</a>
        </p>
      )}
    </Section>
  );
}

/** A note needs no story: any known name will do, and the words that found no note may be one. */
function Begin({ words }: { readonly words: string }) {
  const { t } = useText();
  const sought = words.trim();
  return (
    <p class="trail">
      <a
        dir="auto"
        href={fragmentOf({ at: 'knowledge', ...(sought !== '' && { sought: { ...NOTHING_SOUGHT, words: sought } }) })}
      >
        {sought === '' ? t('notes_begin') : t('notes_begin_on', sought)}
      </a>
    </p>
  );
}

function leadOf(t: ReturnType<typeof useText>['t'], kept: boolean, counts: NoteListProps['counts']) {
  if (!kept) return t('notes_bin_lead');
  return counts?.kept === 0 ? undefined : t('notes_lead');
}

function Finder({ query, tags, on }: Pick<NoteListProps, 'query' | 'tags' | 'on'>) {
  const { t } = useText();
  const [words, setWords] = useState(query.words);
  const asked = useRef(query.words);
  // Typed words are ours until typing rests; words from elsewhere (a new place) replace them. Our own request also
  // comes back, when there may already be another letter.
  useEffect(() => {
    if (query.words === asked.current) return;
    asked.current = query.words;
    setWords(query.words);
  }, [query.words]);
  useEffect(() => {
    if (words === query.words) return;
    const rest = setTimeout(() => {
      asked.current = words;
      on.ask({ words });
    }, TYPING_MS);
    return () => clearTimeout(rest);
  }, [words, query.words, on]);
  return (
    <search class="finder">
      <input
        type="search"
        class="wide"
        value={words}
        placeholder={t('notes_search')}
        aria-label={t('notes_search')}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <div class="finder-row">
        {query.kept && tags.length > 0 && <Tags tags={tags} chosen={query.tag} onChoose={(tag) => on.ask({ tag })} />}
        <label class="order">
          <span class="help">{t('notes_order')}</span>
          <select
            value={query.order}
            onChange={({ currentTarget }) => on.ask({ order: currentTarget.value === 'name' ? 'name' : 'changed' })}
          >
            <option value="changed">{t('notes_order_changed')}</option>
            <option value="name">{t('notes_order_name')}</option>
          </select>
        </label>
      </div>
    </search>
  );
}

interface TagsProps {
  readonly tags: NoteListProps['tags'];
  readonly chosen: string | null;
  readonly onChoose: (tag: string | null) => void;
}

function Tags({ tags, chosen, onChoose }: TagsProps) {
  const { t, locale } = useText();
  const number = new Intl.NumberFormat(locale);
  if (tags.length > TAGS_IN_A_ROW) {
    return (
      <label class="order">
        <span class="help">{t('notes_tag')}</span>
        <select value={chosen ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}>
          <option value="">{t('notes_tag_all')}</option>
          {tags.map(([tag, uses]) => (
            <option key={tag} value={tag}>
              {`${tag} (${number.format(uses)})`}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <fieldset class="tags" aria-label={t('notes_tags')}>
      {tags.map(([tag, uses]) => (
        <button
          key={tag}
          type="button"
          class="tag"
          aria-pressed={tag === chosen}
          onClick={() => onChoose(tag === chosen ? null : tag)}
        >
          <bdi>{tag}</bdi> <span class="tag-count">{number.format(uses)}</span>
        </button>
      ))}
    </fieldset>
  );
}

function NoteLine({ note, on }: { readonly note: WholeNote; readonly on: NoteListCalls }) {
  const text = useText();
  const words = note.parts
    .map((part) => part.text)
    .filter(Boolean)
    .join('\n\n');
  const asks = note.kept === 1 && note.asks.length > 0;
  const { t, count } = text;
  return (
    <li>
      <p class="entry-head">
        <a
          class="entry-name"
          dir="auto"
          href={fragmentOf({ at: 'note', entity: note.kept ? note.today : note.entity })}
        >
          {note.name}
        </a>
        {note.kind && <span class="entry-kind">{t(`kind_${note.kind}`)}</span>}
        <time class="entry-when">
          {formatMoment(text, note.kept ? note.changedAt : (note.deletedAt ?? note.changedAt), 'day')}
        </time>
      </p>
      {words !== '' && (
        <p class="entry-text" dir="auto">
          {words}
        </p>
      )}
      {(note.tags.length > 0 || note.quotes.length > 0 || asks) && (
        <p class="entry-marks">
          {asks && <span>{t('notes_asks')}</span>}
          {note.tags.map((tag) => (
            <bdi key={tag} class="tag-word">
              {tag}
            </bdi>
          ))}
          {note.quotes.length > 0 && <span>{count('notes_quotes', note.quotes.length)}</span>}
        </p>
      )}
      {note.kept === 0 && (
        <Button aria-label={t('notes_take_back_label', note.name)} onClick={() => on.takeBack(note)}>
          {t('notes_take_back')}
        </Button>
      )}
    </li>
  );
}
