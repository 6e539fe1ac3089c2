/**
 * The card: kind → name, in one line → on the day of the story → ties → background → article → since → foot, with the
 * note. What is unknown leaves no empty box. The shell handles Escape, focus on opening, and placement.
 */
import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CardView } from '../../lib/facts';
import { Button, isolate, type MessageKey, PACK_LANGUAGE, useText } from '../kit';
import { ArticlePart } from './article';
import { DatedList } from './dated-list';
import { Foot } from './foot';
import { LinkedText } from './linked-text';
import { metWords } from './met-words';
import { PartsOfNote } from './note';
import { OTHER_NAMES_LENGTH, otherNames } from './other-names';
import type { CardProps } from './props';
import { Ties } from './ties';
import { TimeBands } from './time-bands';
import { UnknownPart } from './unknown-part';

/** Characters that fill a line of the head at 380 px, for each part. */
const LINE = { name: 34, gloss: 48, also: OTHER_NAMES_LENGTH };
/** With more lines in the head, the day of the story would drop out of the first glance (160 px). */
const HEAD_LINES = 3;

/** Which of gloss and other names fit into the head; the rest starts the body. */
function headOf(
  { name, gloss }: CardView,
  also: readonly string[],
): { readonly gloss: boolean; readonly also: boolean } {
  const lines = (part: string, width: number) => Math.ceil(part.length / width);
  const withGloss = lines(name, LINE.name) + lines(gloss, LINE.gloss);
  return { gloss: withGloss <= HEAD_LINES, also: withGloss + lines(also[0] ?? '', LINE.also) <= HEAD_LINES };
}

export function Card(props: CardProps) {
  const { view, article, nested, mode, backTo, theme, canNest, unknown, on } = props;
  const text = useText();
  const { t } = text;
  const heading = useRef<HTMLHeadingElement>(null);
  const turning = useRef(false);

  // Another entity in the same card: the pressed name is gone, so focus goes to the new heading.
  useEffect(() => {
    if (turning.current) heading.current?.focus();
    turning.current = false;
  }, [view.entity]);

  const turned =
    <A extends readonly unknown[]>(call: (...args: A) => void) =>
    (...args: A) => {
      turning.current = true;
      call(...args);
    };
  const onName = canNest ? turned(on.nested) : null;
  const within = (field: 'background' | 'article') => nested.filter((mention) => mention.field === field);

  const others = otherNames(view.name, view.also);
  const head = headOf(view, others);
  const gloss = view.gloss !== '' && (
    <p class="gloss" dir="auto" lang={PACK_LANGUAGE}>
      {view.gloss}
    </p>
  );
  const also = others.length > 0 && (
    <p class="also">{t('card_also', new Intl.ListFormat(text.locale, { type: 'unit' }).format(others.map(isolate)))}</p>
  );

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label
    <div
      class={`backstory card card-${mode}`}
      // In our own page it covers nothing.
      role={mode === 'own-page' ? 'article' : 'dialog'}
      aria-label={t('card_label', view.name)}
      // The page's language and direction would be inherited: resetting styles does not stop them.
      lang={t('text_language')}
      dir={t('text_direction') === 'rtl' ? 'rtl' : 'ltr'}
      {...(theme === 'system' ? {} : { 'data-theme': theme })}
    >
      <div class="above">
        {backTo !== null && (
          <Button onClick={turned(on.back)}>
            <span aria-hidden="true">‹{'\u00a0'}</span>
            {t('card_back', isolate(backTo))}
          </Button>
        )}
        {mode !== 'hover' && mode !== 'own-page' && (
          <span class="close">
            <Button onClick={on.close}>{t('card_close')}</Button>
          </span>
        )}
      </div>
      <header>
        <p class="kind">
          <span>
            {t(unknown ? `kind_unknown_${unknown.entry.kind ?? 'name'}` : (`kind_${view.kind}` satisfies MessageKey))}
            {view.qualifier !== '' && (
              <>
                {' · '}
                <bdi>{view.qualifier}</bdi>
              </>
            )}
          </span>
          {props.met && <span class="met">{metWords(text, props.met)}</span>}
        </p>
        <h2 ref={heading} class="name" dir="auto" tabIndex={-1}>
          {view.name}
        </h2>
        {head.gloss && gloss}
        {head.also && also}
      </header>
      {!unknown && <TimeBands view={view} onName={onName} />}
      <div class="body" key={view.entity}>
        {!head.gloss && gloss}
        {!head.also && also}
        {props.map && <div class="map-place" />}
        {props.picture && (
          <div class="picture-place" style={{ minHeight: props.picture === 'kept' ? '96px' : '24px' }} />
        )}
        {view.ties.length > 0 && <Ties ties={view.ties} onName={onName} />}
        {view.background !== null && (
          <section class="background">
            <h3 class="unseen">{t('card_background')}</h3>
            <LinkedText
              lang={PACK_LANGUAGE}
              text={view.background.text}
              mentions={within('background')}
              onName={onName}
            />
          </section>
        )}
        {unknown ? (
          <UnknownPart {...unknown} onAsk={on.lookUp} onOpen={mode === 'own-page' ? turned(on.nested) : on.instead} />
        ) : (
          <ArticlePart
            view={view}
            article={article}
            mentions={within('article')}
            onName={onName}
            onAsk={() => on.askArticle(view.entity)}
            onOpen={on.openLink}
          />
        )}
        {view.since.length > 0 && (
          <section class="since">
            <h3>{t('card_since')}</h3>
            <DatedList lines={view.since} onName={onName} />
          </section>
        )}
        {props.namedIn.length > 0 && (
          <p class="credit">
            {t('card_note_named_in')}{' '}
            {props.namedIn.map(({ entity, name }, i) => (
              <Fragment key={entity}>
                {i > 0 && ', '}
                {onName ? (
                  <button type="button" class="name-link" onClick={() => onName(entity)}>
                    <bdi>{name}</bdi>
                  </button>
                ) : (
                  <bdi>{name}</bdi>
                )}
              </Fragment>
            ))}
          </p>
        )}
        {props.note && <PartsOfNote {...props} note={props.note} />}
      </div>
      <Foot key={`foot ${view.entity}`} {...props} on={{ ...on, choose: turned(on.choose) }} />
    </div>
  );
}
