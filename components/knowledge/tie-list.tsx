/** Ties to other entities, each name linking to its page. */
import { Fragment } from 'preact';
import type { Tie } from '../../lib/facts';
import { compareDays } from '../../lib/time';
import { formatDay, saidOfTies, tieLines, useText } from '../kit';
import { EntityLink } from './entity-link';
import { LongList } from './long-list';
import { SourceRef } from './source-ref';

interface TieListProps {
  readonly ties: readonly Tie[];
  readonly numbers: ReadonlyMap<string, number>;
}

export function TieList({ ties, numbers }: TieListProps) {
  const text = useText();
  // One date for all: the oldest of their sources covers each.
  const [known] = ties
    .filter(({ unconfirmed }) => unconfirmed)
    .map(({ source }) => source.asOf)
    .sort(compareDays);
  return (
    <>
      <LongList class="rows ties-rows">
        {tieLines(ties).map((line) => {
          const [{ entity, name }] = line;
          return (
            <li key={entity}>
              <span>
                <EntityLink entity={entity}>
                  <bdi>{name}</bdi>
                </EntityLink>{' '}
                {saidOfTies(text, line).map(([how, span], at) => (
                  <Fragment key={how + span}>
                    {at > 0 && '; '}
                    <bdi>{how}</bdi>
                    {span !== '' && <span class="when">, {span}</span>}
                  </Fragment>
                ))}
                {[...new Set(line.map(({ source }) => source))].map((source) => (
                  <SourceRef key={source.name} source={source} numbers={numbers} />
                ))}
              </span>
            </li>
          );
        })}
      </LongList>
      {known !== undefined && <p class="help">{text.t('card_ties_known', formatDay(text, known))}</p>}
    </>
  );
}
