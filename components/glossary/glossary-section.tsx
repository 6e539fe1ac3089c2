/** Names of one sort under their heading, or behind a line that opens. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { EntityKey } from '../../lib/facts';
import { Button, listOf, PACK_LANGUAGE, replacesGloss, type Text, useText } from '../kit';
import { type NamedRow, type NamesSection, soughtForm } from './arrange';
import { MentionCount } from './mention-count';
import { NameButton } from './name-button';
import { RowActions } from './row-actions';

interface GlossarySectionProps extends NamesSection {
  readonly sought: string;
  readonly onReveal: (entity: EntityKey) => void;
  readonly onCard: (entity: EntityKey) => void;
  /** Opens the card with focus in its note; null: notes may not be written. */
  readonly onNote: ((entity: EntityKey) => void) | null;
  readonly onKnow: (entity: EntityKey, known: boolean) => void;
}

export function GlossarySection(props: GlossarySectionProps) {
  const { name, folded, rows, sought, onReveal, onCard, onNote, onKnow } = props;
  const text = useText();
  const { t } = text;
  const heading = useId();
  const list = (
    <ul aria-labelledby={heading}>
      {rows.map((row) => (
        <li key={row.entity} class={row.sense.known ? 'glossary-known' : undefined}>
          <NameButton name={row.name} gloss={rowLine(text, row, sought)} onPress={() => onReveal(row.entity)}>
            <MentionCount count={row.count} />
          </NameButton>
          <RowActions name={row.name} onCard={() => onCard(row.entity)} onNote={onNote && (() => onNote(row.entity))}>
            {row.sense.known !== 'kind' && <KnowButton row={row} onKnow={onKnow} />}
          </RowActions>
        </li>
      ))}
    </ul>
  );
  if (folded)
    return (
      <details class="glossary-fold">
        <summary>
          <span id={heading} class="glossary-kind">
            {t(`popup_section_${name}`)}
          </span>
          <span class="glossary-folded" dir="auto">
            {listOf(
              text,
              rows.map((row) => row.name),
            )}
          </span>
        </summary>
        {list}
      </details>
    );
  return (
    <section>
      <h2 id={heading} class="glossary-kind">
        {t(`popup_section_${name}`)}
      </h2>
      {list}
    </section>
  );
}

function KnowButton({ row, onKnow }: { readonly row: NamedRow } & Pick<GlossarySectionProps, 'onKnow'>) {
  const { t } = useText();
  const known = row.sense.known === 'itself';
  return (
    <span class="glossary-know">
      <Button
        tabIndex={-1}
        aria-label={t(known ? 'popup_known_no_more_label' : 'popup_know_label', row.name)}
        onClick={() => onKnow(row.entity, !known)}
      >
        {t(known ? 'card_known_no_more' : 'card_know')}
      </Button>
    </span>
  );
}

/** Below the name: what it is to a reader of that day, whether it has a note, and which words matched. */
function rowLine({ t }: Text, row: NamedRow, sought: string): ComponentChildren {
  const { gloss, says, sense, noted, kind } = row;
  const form = soughtForm(sought, row);
  const said = says !== '' && <bdi class="glossary-sense">{says}</bdi>;
  const glossed = gloss !== '' && !replacesGloss(sense) && <bdi lang={PACK_LANGUAGE}>{gloss}</bdi>;
  const parts = [
    form !== null && <span>{t('popup_as_named', form)}</span>,
    // An office says who a person is; a gloss says what a thing is.
    ...(kind === 'person' ? [said, glossed] : [glossed, said]),
    noted === true && <span class="glossary-noted">{t('popup_noted')}</span>,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part]));
}
