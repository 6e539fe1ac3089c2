/**
 * A card's foot: its main source; the note and the actions, kept in view if there is room; and what an action shows. At
 * most one of these panels is open.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, DayChoice, formatMonth, useText } from '../kit';
import { MoveHandle } from './move';
import { OwnNote } from './note';
import type { CardProps, Done } from './props';
import { RunnersUp } from './runners-up';
import { SourcesPart } from './sources';
import { Why } from './why';

const REFUSALS = {
  unseen: 'card_refused_unseen',
  unproven: 'card_refused_unproven',
  failed: 'card_action_failed',
} as const;

type Panel = 'day' | 'not-this' | 'why' | 'sources';

export function Foot(props: CardProps) {
  const { view, mode, depth, link, days, refusal, done, waits, unknown, familiar, note, on } = props;
  const text = useText();
  const { t } = text;
  const [panel, setPanel] = useState<Panel | null>(null);
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (panel !== null) shown.current?.scrollIntoView?.({ block: 'nearest' });
  }, [panel]);

  const toggle = (name: Panel, label: string) => (
    <Button aria-expanded={panel === name} onClick={() => setPanel(panel === name ? null : name)}>
      {label}
    </Button>
  );
  // What the story's words mean can be asked only on the mention's own card, not on one opened from it.
  const asked = depth === 0 && !unknown ? link : null;
  const main = view.background?.source ?? view.sources[0];
  return (
    <>
      {main && <p class="source-line">{t('card_source_line', main.name, formatMonth(text, main.asOf))}</p>}
      <footer>
        {done && <Undo done={done} onUndo={on.undo} onKnowAll={on.knowAll} />}
        {note && <OwnNote {...props} note={note} />}
        <div class="actions">
          {mode === 'pinned' && (
            <>
              <Button onClick={on.unpin}>{t('card_unpin')}</Button>
              <MoveHandle onMove={on.move} />
            </>
          )}
          {(mode === 'hover' || mode === 'focus') && <Button onClick={on.pin}>{t('card_pin')}</Button>}
          {mode !== 'own-page' && <Button onClick={() => on.besideStory(view.entity)}>{t('popup_beside')}</Button>}
          {asked && toggle('not-this', t('card_not_this'))}
          {asked && toggle('why', t('card_why'))}
          {days && toggle('day', t(days.day === null ? 'card_day_unknown' : 'card_day'))}
          {view.sources.length > 0 && toggle('sources', t('card_sources'))}
          {familiar && !familiar.kindKnown && (
            <Button data-costly="choice" onClick={() => on.know(view.entity, !familiar.known)}>
              {t(familiar.known ? 'card_known_no_more' : 'card_know')}
            </Button>
          )}
          {familiar?.kind && familiar.kindKnown && (
            <span>{t('card_knows_kind', t(`known_kind_${familiar.kind}`))}</span>
          )}
          {!unknown && (
            <Button data-costly="choice" onClick={() => on.mute(view.entity)}>
              {t('card_mute')}
            </Button>
          )}
        </div>
        {waits && (
          <p class="trouble" role="status">
            {waits.key === null ? t('card_waits') : t('card_waits_key', waits.key)}
          </p>
        )}
        {refusal !== null && (
          <p class="trouble" role="alert">
            {t(REFUSALS[refusal])}
            {refusal !== 'failed' && (
              <>
                {' '}
                <Button onClick={() => on.openBeside(view.entity)}>{t('card_beside')}</Button>
              </>
            )}
          </p>
        )}
      </footer>
      {panel !== null && (
        <div ref={shown} class="panel">
          {panel === 'not-this' && asked && (
            <RunnersUp form={asked.form} runnersUp={asked.runnersUp} onChoose={on.choose} onNone={on.refuse} />
          )}
          {panel === 'day' && days && <DayChoice {...days} onSet={on.setDay} />}
          {panel === 'why' && asked && <Why evidence={asked.evidence} form={asked.form} />}
          {panel === 'sources' && <SourcesPart view={view} onOpen={on.openLink} />}
        </div>
      )}
    </>
  );
}

interface UndoProps {
  readonly done: Done;
  readonly onUndo: () => void;
  readonly onKnowAll: CardProps['on']['knowAll'];
}

/** Shown for as long as it can be undone; it takes focus, since the pressed button may be gone. */
function Undo({ done, onUndo, onKnowAll }: UndoProps) {
  const { t } = useText();
  const kind = done.what === 'known' ? done.kind : null;
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView?.({ block: 'nearest' });
    place.current?.querySelector('button')?.focus();
  }, []);
  return (
    <p ref={place} class="undo" role="status">
      {saidOf(done, t)} <Button onClick={onUndo}>{t('card_undo')}</Button>
      {kind && (
        <Button data-costly="choice" onClick={() => onKnowAll(kind)}>
          {t('card_know_all', t(`known_kind_${kind}`))}
        </Button>
      )}
    </p>
  );
}

function saidOf({ what, name, form, kind }: Done, t: ReturnType<typeof useText>['t']): string {
  if (what === 'knows-all') return kind ? t('card_done_knows_all', t(`known_kind_${kind}`)) : '';
  if (what === 'refused' || what === 'chosen') return t('card_done_refused', form, name);
  return t(`card_done_${what}`, name);
}
