/** Below the head of the popup: from which day the cards of this story are reckoned, and the way to set it. */
import { useState } from 'preact/hooks';
import { Button, DayChoice, type DayChoiceProps, formatDay, useText } from '../kit';

export function DayLine(props: DayChoiceProps) {
  const text = useText();
  const { t } = text;
  const [open, setOpen] = useState(false);
  const { day } = props;
  return (
    <section class="popup-day">
      <p>
        {day === null ? t('popup_day_unknown') : t('popup_day', formatDay(text, day))}{' '}
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(day === null ? 'popup_day_set' : 'popup_day_change')}
        </Button>
      </p>
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
