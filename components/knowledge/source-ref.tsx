/** The number of a source after what it backs. */
import type { Source } from '../../lib/facts';
import { useText } from '../kit';

export const sourceKey = ({ name, url, asOf }: Source): string => `${name}|${url}|${asOf}`;

interface SourceRefProps {
  readonly source: Source;
  readonly numbers: ReadonlyMap<string, number>;
}

export function SourceRef({ source, numbers }: SourceRefProps) {
  const { t } = useText();
  const number = numbers.get(sourceKey(source));
  if (number === undefined) return null;
  return (
    <sup class="source-ref">
      <span aria-hidden="true">{number}</span>
      <span class="unseen"> ({t('entity_source_ref', number)})</span>
    </sup>
  );
}
