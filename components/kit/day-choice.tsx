/** The day that cards are relative to: the page's, the reader's, and a field to set it. */
import { useRef } from 'preact/hooks';
import { type Day, FIRST_NEWS_DAY, LAST_NEWS_DAY } from '../../lib/time';
import { Button } from './button';
import { formatDay } from './dates';
import { useText } from './text';

export interface StoryDays {
  /** In effect; null: today. */
  readonly day: Day | null;
  /** The page's own. */
  readonly pageDay: Day | null;
}

export interface DayChoiceProps extends StoryDays {
  /** Null: as the page says. */
  readonly onSet: (day: Day | null) => void;
}

export function DayChoice({ day, pageDay, onSet }: DayChoiceProps) {
  const text = useText();
  const { t } = text;
  const field = useRef<HTMLInputElement>(null);
  return (
    <div class="day-choice">
      <p class="lead">
        {pageDay === null ? t('day_page_silent') : t('day_page_says', formatDay(text, pageDay))}
        {day !== null && day !== pageDay && ` ${t('day_yours', formatDay(text, day))}`}
      </p>
      <p>
        <label>
          {t('day_field')}{' '}
          <input key={day} ref={field} type="date" min={FIRST_NEWS_DAY} max={LAST_NEWS_DAY} defaultValue={day ?? ''} />
        </label>{' '}
        <Button data-costly="choice" onClick={() => field.current?.value && onSet(field.current.value)}>
          {t('day_set')}
        </Button>
      </p>
      {day !== pageDay && (
        <Button data-costly="choice" onClick={() => onSet(null)}>
          {pageDay === null ? t('day_back_today') : t('day_back', formatDay(text, pageDay))}
        </Button>
      )}
    </div>
  );
}
