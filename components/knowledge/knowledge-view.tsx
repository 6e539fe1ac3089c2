/** Search in everything the packs know: a field, two filters, the number of matches, and the first of them. */
import { useRef } from 'preact/hooks';
import type { Kind } from '../../lib/facts';
import type { FoundKnowledge, KnowledgeOutline } from '../../lib/knowledge';
import { Button, type Read, useText } from '../kit';
import { fragmentOf, NOTHING_SOUGHT, Section, type Sought } from '../library';
import { Filters } from './filters';
import { FoundList } from './found-list';

interface KnowledgeViewProps {
  readonly sought: Sought;
  readonly outline: Read<KnowledgeOutline>;
  /** For the current search or the one a letter before; null: none yet. */
  readonly found: Read<FoundKnowledge>;
  readonly onSeek: (sought: Sought) => void;
}

export function KnowledgeView({ sought, outline, found, onSeek }: KnowledgeViewProps) {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  const seeks = isSeeking(sought);

  /** Moves from the field into the list, along its names, and back; stops at the ends. */
  function walk(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.target instanceof HTMLSelectElement) return;
    const names = [...(place.current?.querySelectorAll<HTMLElement>('input[type=search], .entry-name') ?? [])];
    const at = names.indexOf(event.target as HTMLElement);
    if (at < 0 || names.length < 2) return;
    event.preventDefault();
    names[Math.max(0, Math.min(names.length - 1, at + step))]?.focus();
  }

  return (
    <Section name="knowledge" title={t('knowledge_title')} lead={t('knowledge_lead')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are an addition; every control inside is a native one */}
      <div ref={place} onKeyDown={walk}>
        <search class="finder">
          <input
            type="search"
            class="wide"
            value={sought.words}
            placeholder={t('knowledge_search')}
            aria-label={t('knowledge_search')}
            autocomplete="off"
            spellcheck={false}
            onInput={({ currentTarget }) => onSeek({ ...sought, words: currentTarget.value })}
          />
          {outline !== null && outline !== 'unavailable' && (
            <Filters sought={sought} outline={outline} onSeek={onSeek} />
          )}
        </search>
        <Status sought={sought} outline={outline} found={found} />
        {seeks && found !== null && found !== 'unavailable' && (
          <>
            {found.total === 0 && <NothingFound sought={sought} onSeek={onSeek} />}
            <FoundList found={found.found} />
          </>
        )}
        {!seeks && outline !== null && outline !== 'unavailable' && <Kinds outline={outline} />}
      </div>
    </Section>
  );
}

const isSeeking = ({ words, kind, country }: Sought): boolean =>
  words.trim() !== '' || kind !== null || country !== null;

/** One line for every case: screen readers hear it too. */
function Status({ sought, outline, found }: Omit<KnowledgeViewProps, 'onSeek'>) {
  const { t, count } = useText();
  const answer = isSeeking(sought) ? found : outline;
  if (answer === 'unavailable') {
    return (
      <p class="error" role="alert">
        {t('knowledge_failed')} <a href={fragmentOf({ at: 'packs' })}>{t('knowledge_packs')}</a>
      </p>
    );
  }
  let said: string;
  if (answer === null) said = t('knowledge_opening');
  else if (!('found' in answer)) said = count('knowledge_total', answer.total);
  else if (answer.total === 0) said = nothingWords(t, sought);
  else said = count('knowledge_found', answer.total);
  const shown = answer !== null && 'found' in answer && answer.found.length < answer.total ? answer.found.length : null;
  return (
    <p class="found" role="status" aria-busy={answer === null}>
      {said}
      {shown !== null && ` ${t('knowledge_first', shown)}`}
    </p>
  );
}

const nothingWords = (t: ReturnType<typeof useText>['t'], { words }: Sought): string =>
  words.trim() === '' ? t('knowledge_none_filter') : t('knowledge_none', words.trim());

function NothingFound({ sought, onSeek }: Pick<KnowledgeViewProps, 'sought' | 'onSeek'>) {
  const { t } = useText();
  const filtered = sought.kind !== null || sought.country !== null;
  return filtered ? (
    <p>
      <Button look="framed" onClick={() => onSeek({ ...NOTHING_SOUGHT, words: sought.words })}>
        {t('knowledge_clear')}
      </Button>
    </p>
  ) : (
    <p class="none">{t('knowledge_none_hint')}</p>
  );
}

/** Before a search: what there is, each kind a way in. */
function Kinds({ outline }: { readonly outline: KnowledgeOutline }) {
  const { t, locale } = useText();
  const number = new Intl.NumberFormat(locale);
  const kinds = (Object.entries(outline.kinds) as [Kind, number][])
    .filter(([, many]) => many > 0)
    .sort(([, one], [, other]) => other - one);
  return (
    <>
      <h3 class="unseen">{t('knowledge_kinds')}</h3>
      <ul class="kinds">
        {kinds.map(([kind, many]) => (
          <li key={kind}>
            <a href={fragmentOf({ at: 'knowledge', sought: { ...NOTHING_SOUGHT, kind } })}>
              {t(`popup_group_${kind}`)}
            </a>{' '}
            <span class="kinds-count">{number.format(many)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
