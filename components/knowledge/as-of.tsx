/** The day a page is told as of: a field, and the way back to today. */
import { useId, useRef, useState } from 'preact/hooks';
import { type Day, FIRST_NEWS_DAY, isDay, isNewsDay, LAST_NEWS_DAY } from '../../lib/time';
import { Button, formatDay, useText } from '../kit';

interface AsOfProps {
  readonly day: Day | null;
  /** The page's current day. */
  readonly shown: Day;
  readonly onDay: (day: Day | null) => void;
}

export function AsOf({ day, shown, onDay }: AsOfProps) {
  const text = useText();
  const { t } = text;
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [wrong, setWrong] = useState(false);
  return (
    <form
      class="as-of"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const set = field.current?.value ?? '';
        const sound = isDay(set) && isNewsDay(set);
        setWrong(!sound);
        if (sound) onDay(set);
        else field.current?.focus();
      }}
    >
      <label htmlFor={id}>{t('entity_as_of')}</label>{' '}
      <input
        id={id}
        ref={field}
        type="date"
        min={FIRST_NEWS_DAY}
        max={LAST_NEWS_DAY}
        defaultValue={shown}
        aria-invalid={wrong}
        aria-describedby={`${id}-said`}
      />{' '}
      <button type="submit" class="button button-quiet">
        {t('entity_as_of_set')}
      </button>{' '}
      {day !== null && <Button onClick={() => onDay(null)}>{t('entity_as_of_today')}</Button>}
      <span id={`${id}-said`} role="status" class={wrong ? 'as-of-wrong' : 'unseen'}>
        {wrong
          ? t('entity_day_bad', formatDay(text, FIRST_NEWS_DAY), formatDay(text, LAST_NEWS_DAY))
          : day !== null && t('entity_as_of_said', formatDay(text, day))}
      </span>
    </form>
  );
}
