/** The stories in which the name was met. Nothing is stored before the reader asks for it. */
import type { Day } from '../../lib/time';
import { formatDay, formatMoment, Switch, useText } from '../kit';
import { StoryLink } from './story-link';

export interface SeenStory {
  readonly url: string;
  readonly title: string;
  readonly day: Day | null;
  readonly at: number;
}

interface SeenInProps {
  readonly history: boolean;
  readonly sightings: readonly SeenStory[];
  readonly onKeep: (kept: boolean) => void;
}

export function SeenIn({ history, sightings, onKeep }: SeenInProps) {
  const text = useText();
  const { t } = text;
  return (
    <>
      <h3>{t('notes_seen_in')}</h3>
      {history && sightings.length === 0 && <p class="none">{t('notes_seen_none')}</p>}
      {history && sightings.length > 0 && (
        <ul class="rows">
          {sightings.map(({ url, title, day, at }) => (
            <li key={url}>
              <StoryLink url={url} title={title} />
              <span class="when">{day === null ? formatMoment(text, at, 'day') : formatDay(text, day)}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="help">{t('settings_history_help')}</p>
      <Switch on={history} onChange={onKeep}>
        {t('settings_history_switch')}
      </Switch>
    </>
  );
}
