import type { EntityKey, Tie } from '../../lib/facts';
import { formatSpan, useText } from '../kit';

interface TiesProps {
  readonly ties: readonly Tie[];
  readonly onName: ((entity: EntityKey) => void) | null;
}

/** How the entity ties to others; those that the story names come first and stand out. */
export function Ties({ ties, onName }: TiesProps) {
  const text = useText();
  const sorted = [...ties].sort((a, b) => Number(b.here) - Number(a.here));
  return (
    <section class="ties">
      <h3 class="unseen">{text.t('card_ties')}</h3>
      <ul>
        {sorted.map((tie) => {
          const span = formatSpan(text, tie.start, tie.end);
          return (
            <li key={`${tie.entity} ${tie.text}`} class={tie.here ? 'tie tie-here' : 'tie'}>
              {onName ? (
                <button type="button" class="tie-name" onClick={() => onName(tie.entity)}>
                  <bdi>{tie.name}</bdi>
                </button>
              ) : (
                <bdi class="tie-name">{tie.name}</bdi>
              )}
              {tie.here && <span class="unseen"> ({text.t('card_tie_here')})</span>}{' '}
              <span class="tie-text">
                {tie.text}
                {span !== '' && (
                  <>
                    {', '}
                    <span class="date">{span}</span>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
