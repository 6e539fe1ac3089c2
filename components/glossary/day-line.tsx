/** Below the popup's head: the day that names and cards are relative to, and how to change it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, DayChoice, type DayChoiceProps, formatDay, useText } from '../kit';

interface DayLineProps extends DayChoiceProps {
  /** At the end of the line. */
  readonly children: ComponentChildren;
}

export function DayLine({ children, ...props }: DayLineProps) {
  const text = useText();
  const { t } = text;
  const [open, setOpen] = useState(false);
  const { day } = props;
  return (
    <section class="popup-day">
      <div class="popup-day-line">
        <p>
          {day === null ? t('popup_day_unknown') : t('popup_day', formatDay(text, day))}{' '}
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(day === null ? 'popup_day_set' : 'popup_day_change')}
          </Button>
        </p>
        {children}
      </div>
      {open && (
        <DayChoice
          {...props}
          onSet={(chosen) => {
            setOpen(false);
            props.onSet(chosen);
          }}
        />
      )}
    </section>
  );
}
