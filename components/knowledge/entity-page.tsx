/** An entity's page: everything known as of a day, with sources; and what the reader keeps on it. */
import type { ComponentChildren } from 'preact';
import type { EntityKey, EntityPage } from '../../lib/facts';
import type { KnownPage } from '../../lib/knowledge';
import type { WholeNote } from '../../lib/notes';
import type { Day } from '../../lib/time';
import { formatDay, PACK_LANGUAGE, type Read, useText } from '../kit';
import { fragmentOf, Section, type Sought } from '../library';
import { AsOf } from './as-of';
import { BackgroundText } from './background-text';
import { PickedDay } from './entity-link';
import { FactList } from './fact-list';
import { FoundList } from './found-list';
import { NamesLine } from './names-line';
import { SourceList, sourceNumbers } from './source-list';
import { SourceRef } from './source-ref';
import { TieList } from './tie-list';

export interface EntityPageProps {
  readonly entity: EntityKey;
  readonly known: Read<KnownPage>;
  /** Picked by the reader; null: today. */
  readonly day: Day | null;
  /** The last search: where the way back leads. */
  readonly sought: Sought;
  /** Null while it is read; 'none' if none may be shown. */
  readonly note: Read<WholeNote> | 'none';
  /** The stories in which it was met; null if none are shown. */
  readonly stories: ComponentChildren;
  readonly onDay: (day: Day | null) => void;
}

export function EntityPageView({ known, sought, ...props }: EntityPageProps) {
  const { t } = useText();
  const trail = (
    <p class="trail">
      <a href={fragmentOf({ at: 'knowledge', sought })}>
        <span aria-hidden="true">‹{'\u00a0'}</span>
        {t('knowledge_back')}
      </a>
    </p>
  );
  if (known === null) {
    return (
      <p class="none" role="status" aria-busy="true">
        {t('entity_loading')}
      </p>
    );
  }
  if (known === 'unavailable' || known.state !== 'known') {
    return (
      <Section key="none" name="entity" title={t('knowledge_title')} trail={trail}>
        {known === 'unavailable' ? (
          <p class="error" role="alert">
            {t('knowledge_failed')} <a href={fragmentOf({ at: 'packs' })}>{t('knowledge_packs')}</a>
          </p>
        ) : (
          <p class="none">{t(known.state === 'split' ? 'entity_split' : 'entity_unknown')}</p>
        )}
        {known !== 'unavailable' && known.state === 'split' && <FoundList found={known.heirs} />}
        {known !== 'unavailable' && <NoteSection {...props} />}
      </Section>
    );
  }
  return (
    <Section key="known" name="entity" title={known.page.name} trail={trail}>
      <PickedDay.Provider value={props.day}>
        <Known {...props} {...known} />
      </PickedDay.Provider>
    </Section>
  );
}

type Known = Extract<KnownPage, { readonly state: 'known' }>;

function Known({ page, names, nested, ...props }: Omit<EntityPageProps, 'known' | 'sought'> & Known) {
  const text = useText();
  const { t } = text;
  const numbers = sourceNumbers(page);
  const list = (heading: string, lines: EntityPage['held'], look?: string) =>
    lines.length > 0 && (
      <section class={`facts ${look ?? ''}`}>
        <h3>{heading}</h3>
        <FactList lines={lines} numbers={numbers} />
      </section>
    );
  const holders = list(t(page.kind === 'office' ? 'entity_holders' : 'entity_leaders'), page.holders);
  const dated = page.held.length + page.around.length + page.lastKnown.length + page.past.length + page.ahead.length;
  return (
    <>
      <p class="note-facts">
        <span class="entry-kind">
          {t(`kind_${page.kind}`)}
          {page.qualifier !== '' && (
            <>
              {' · '}
              <bdi>{page.qualifier}</bdi>
            </>
          )}
        </span>
      </p>
      {page.gloss !== '' && (
        <p class="entity-gloss" dir="auto" lang={PACK_LANGUAGE}>
          {page.gloss}
          {page.nameSources.map((source) => (
            <SourceRef key={source.name} source={source} numbers={numbers} />
          ))}
        </p>
      )}
      <NamesLine key={page.entity} names={names} />
      <AsOf key={props.day} day={props.day} shown={page.day} onDay={props.onDay} />
      {/* For an office its holders are the main content. */}
      {page.kind === 'office' && holders}
      {list(t('entity_held', formatDay(text, page.day)), page.held, 'facts-day')}
      {list(t('entity_around'), page.around)}
      {list(t('entity_last_known'), page.lastKnown)}
      {list(t('entity_past'), page.past)}
      {list(t('entity_ahead'), page.ahead)}
      {dated + page.holders.length === 0 && <p class="none">{t('entity_nothing')}</p>}
      {page.kind !== 'office' && holders}
      {page.background !== null && (
        <section class="facts">
          <h3>{t('card_background')}</h3>
          <BackgroundText background={page.background} nested={nested} numbers={numbers} />
        </section>
      )}
      {page.ties.length > 0 && (
        <section class="facts">
          <h3>{t('card_ties')}</h3>
          <TieList ties={page.ties} numbers={numbers} />
        </section>
      )}
      <NoteSection {...props} entity={page.entity} />
      {props.stories}
      <section class="facts">
        <h3>{t('entity_sources')}</h3>
        <SourceList page={page} />
      </section>
    </>
  );
}

function NoteSection({ entity, note }: Pick<EntityPageProps, 'entity' | 'note'>) {
  const { t } = useText();
  if (note === null || note === 'unavailable') return null;
  const words = note === 'none' ? [] : note.parts.map(({ text }) => text).filter((one) => one.trim() !== '');
  return (
    <section class="facts">
      <h3>{t('entity_note')}</h3>
      {words.map((one, at) => (
        <p key={at} class="entity-note" dir="auto">
          {one}
        </p>
      ))}
      <p>
        <a href={fragmentOf({ at: 'note', entity })}>{t(note === 'none' ? 'entity_note_begin' : 'entity_note_open')}</a>
      </p>
    </section>
  );
}
