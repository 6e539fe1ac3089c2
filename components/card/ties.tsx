import { Fragment } from 'preact';
import type { EntityKey, Tie } from '../../lib/facts';
import { compareDays } from '../../lib/time';
import { formatDay, formatPartialDate, formatSpan, type Text, tieWords, useText } from '../kit';

interface TiesProps {
  readonly ties: readonly Tie[];
  readonly onName: ((entity: EntityKey) => void) | null;
}

/** All ties to one other entity share a line: "president, 2003–2010; again since 2023" reads better than two names. */
function byEntity(ties: readonly Tie[]): readonly (readonly [Tie, ...Tie[]])[] {
  const lines = new Map<EntityKey, [Tie, ...Tie[]]>();
  for (const tie of ties) {
    const line = lines.get(tie.entity);
    if (line) line.push(tie);
    else lines.set(tie.entity, [tie]);
  }
  return [...lines.values()];
}

/** Words and span of each tie. Two facts may say the same: the office that a person holds, and the tie to its house. */
function saidOnce(text: Text, ties: readonly Tie[]): readonly (readonly [how: string, span: string])[] {
  const said = new Map<string, readonly [string, string]>();
  for (const tie of ties) {
    const { start, end, unconfirmed } = tie;
    const how = tieWords(text, tie);
    const span =
      unconfirmed && start !== null
        ? text.t('date_from', formatPartialDate(text, start))
        : formatSpan(text, start, end);
    said.set(`${how} ${span}`, [how, span]);
  }
  return [...said.values()];
}

/** How the entity ties to others; those that the story names come first and stand out. */
export function Ties({ ties, onName }: TiesProps) {
  const text = useText();
  // Once for all of them: the oldest of their sources vouches for each.
  const [known] = ties
    .filter((tie) => tie.unconfirmed)
    .map(({ source }) => source.asOf)
    .sort(compareDays);
  const sorted = [...ties].sort((a, b) => Number(b.here) - Number(a.here));
  return (
    <section class="ties">
      <h3 class="unseen">{text.t('card_ties')}</h3>
      <ul>
        {byEntity(sorted).map((line) => {
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
                {saidOnce(text, line).map(([how, span], i) => (
                  <Fragment key={how + span}>
                    {i > 0 && '; '}
                    {how}
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
