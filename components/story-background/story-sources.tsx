/** The sources of a list, by the numbers after its lines. */
import type { Source } from '../../lib/facts';
import { useText } from '../kit';
import { SourceList, sourceKey } from '../knowledge';

export const eachOnce = (sources: readonly Source[]): readonly Source[] => [
  ...new Map(sources.map((source) => [sourceKey(source), source])).values(),
];

export function StorySources({ sources }: { readonly sources: readonly Source[] }) {
  const { t } = useText();
  return (
    <section class="story-sources">
      <h3>{t('entity_sources')}</h3>
      <SourceList page={{ sources }} />
    </section>
  );
}
