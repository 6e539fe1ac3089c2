/** What Backstory did outside the page: requests that left the browser, and stored answers. */
import type { CacheUsage, RequestEntry } from '../../lib/knowledge';
import { Button, formatBytes, formatMoment, type MessageKey, type Read, useText } from '../kit';

/** More rows than anyone reads; the log itself has more. */
const ROWS = 100;

const OUTCOMES: Readonly<Record<string, MessageKey>> = {
  answered: 'library_outcome_answered',
  busy: 'library_outcome_busy',
  'server-error': 'library_outcome_server_error',
  refused: 'library_outcome_refused',
  offline: 'library_outcome_offline',
  'time-out': 'library_outcome_time_out',
  'bad-answer': 'library_outcome_bad_answer',
  'under-way': 'library_outcome_under_way',
  redirected: 'library_outcome_redirected',
  'broken-off': 'library_outcome_broken_off',
  cancelled: 'library_outcome_cancelled',
};

export function RequestsSection(props: {
  readonly requests: Read<readonly RequestEntry[]>;
  readonly onClear: () => void;
}) {
  const { requests } = props;
  const text = useText();
  const { t } = text;
  if (requests === null) return null;
  if (requests === 'unavailable') return <p class="error">{t('library_unavailable')}</p>;
  if (requests.length === 0) return <p class="none">{t('library_requests_none')}</p>;
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('library_requests_when')}</th>
            <th scope="col">{t('library_requests_host')}</th>
            <th scope="col">{t('library_requests_titles')}</th>
            <th scope="col">{t('library_requests_outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {requests.slice(0, ROWS).map(({ at, host, titles, outcome }, index) => (
            <tr key={`${at} ${index}`}>
              <td class="when">{formatMoment(text, at)}</td>
              <td>{host}</td>
              <td dir="auto">{titles.join(', ')}</td>
              <td>{OUTCOMES[outcome] ? t(OUTCOMES[outcome]) : outcome}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onClick={props.onClear}>{t('library_requests_clear')}</Button>
    </>
  );
}

interface StorageProps {
  readonly usage: Read<CacheUsage>;
  readonly lookedUp: Read<CacheUsage & { readonly limit: number }>;
  readonly stories: Read<number>;
  readonly days: Read<number>;
  readonly persisted: boolean | null;
  readonly onClear: () => void;
  readonly onClearLookedUp: () => void;
  readonly onForget: () => void;
  readonly onForgetDays: () => void;
  readonly onPersist: () => void;
}

export function StorageSection(props: StorageProps) {
  const { usage, lookedUp, stories, days, persisted, onClear, onClearLookedUp, onForget, onForgetDays, onPersist } =
    props;
  const { t } = useText();
  return (
    <>
      <h3>{t('library_persist')}</h3>
      <p>
        {t(persisted === null ? 'library_persist_unknown' : persisted ? 'library_persisted' : 'library_not_persisted')}
      </p>
      {persisted === false && (
        <Button look="framed" onClick={onPersist}>
          {t('library_persist_ask')}
        </Button>
      )}
      <h3>{t('library_cache')}</h3>
      <Kept usage={usage} none={t('library_cache_none')} of="library_cache_usage" onClear={onClear} />
      <h3>{t('library_looked_up')}</h3>
      <Kept
        usage={lookedUp}
        none={t('library_looked_up_none')}
        of="library_looked_up_usage"
        onClear={onClearLookedUp}
      />
      <h3>{t('settings_history')}</h3>
      <Stories stories={stories} onForget={onForget} />
      <h3>{t('library_days')}</h3>
      <Days days={days} onForget={onForgetDays} />
    </>
  );
}

interface KeptProps {
  /** `limit`: in bytes, if the reader is shown one. */
  readonly usage: Read<CacheUsage & { readonly limit?: number }>;
  readonly none: string;
  readonly of: 'library_cache_usage' | 'library_looked_up_usage';
  readonly onClear: () => void;
}

function Kept({ usage, none, of, onClear }: KeptProps) {
  const text = useText();
  if (usage === null) return null;
  if (usage === 'unavailable') return <p class="error">{text.t('library_unavailable')}</p>;
  if (usage.count === 0) return <p class="none">{none}</p>;
  return (
    <>
      <p>{text.count(of, usage.count, formatBytes(text, usage.bytes), formatBytes(text, usage.limit ?? 0))}</p>
      <Button onClick={onClear}>{text.t('library_cache_clear')}</Button>
    </>
  );
}

/** They stay when history is switched off, which is not a deletion. This is. */
function Stories({ stories, onForget }: Pick<StorageProps, 'stories' | 'onForget'>) {
  const { t, count } = useText();
  if (stories === null) return null;
  if (stories === 'unavailable') return <p class="error">{t('library_unavailable')}</p>;
  if (stories === 0) return <p class="none">{t('library_stories_none')}</p>;
  return (
    <>
      <p>{count('library_stories', stories)}</p>
      <Button onClick={onForget}>{t('library_stories_forget')}</Button>
    </>
  );
}

function Days({ days, onForget }: { readonly days: Read<number>; readonly onForget: () => void }) {
  const { t, count } = useText();
  if (days === null) return null;
  if (days === 'unavailable') return <p class="error">{t('library_unavailable')}</p>;
  if (days === 0) return <p class="none">{t('library_days_none')}</p>;
  return (
    <>
      <p>{count('library_days_count', days)}</p>
      <Button onClick={onForget}>{t('library_days_forget')}</Button>
    </>
  );
}
