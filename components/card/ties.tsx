import { Fragment } from 'preact';
import type { EntityKey, Tie } from '../../lib/facts';
import { compareDays } from '../../lib/time';
import { formatDay, saidOfTies, tieLines, useText } from '../kit';

interface TiesProps {
  readonly ties: readonly Tie[];
  readonly onName: ((entity: EntityKey) => void) | null;
}

/** The entity's ties to others; those named in the story come first and stand out. */
export function Ties({ ties, onName }: TiesProps) {
  const text = useText();
  // One date for all: the oldest of their sources covers each.
  const [known] = ties
    .filter((tie) => tie.unconfirmed)
    .map(({ source }) => source.asOf)
    .sort(compareDays);
  const sorted = [...ties].sort((a, b) => Number(b.here) - Number(a.here));
  return (
    <section class="ties">
      <h3 class="unseen">{text.t('card_ties')}</h3>
      <ul>
        {tieLines(sorted).map((line) => {
          const [tie] = line;
          return (
            <li key={tie.entity} class={tie.here ? 'tie tie-here' : 'tie'}>
              {onName ? (
                <button type="button" class="tie-name" onClick={() => onName(tie.entity)}>
                  <bdi>{tie.name}</bdi>
                </button>
              ) : (
                <bdi class="tie-name">{tie.name}</bdi>
              )}
              {tie.here && <span class="unseen"> ({text.t('card_tie_here')})</span>}{' '}
              <span class="tie-text">
                {saidOfTies(text, line).map(([how, span], i) => (
                  <Fragment key={how + span}>
                    {i > 0 && '; '}
                    <bdi>{how}</bdi>
                    {span !== '' && ', '}
                    {span !== '' && <span class="date">{span}</span>}
                  </Fragment>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      {known !== undefined && <p class="when">{text.t('card_ties_known', formatDay(text, known))}</p>}
    </section>
  );
}
