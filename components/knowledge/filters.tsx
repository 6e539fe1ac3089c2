/** By kind and by country; an unknown filter from an address stays visible, so that it can be removed. */
import type { Kind } from '../../lib/facts';
import type { KnowledgeOutline } from '../../lib/knowledge';
import { useText } from '../kit';
import type { Sought } from '../library';

interface FiltersProps {
  readonly sought: Sought;
  readonly outline: KnowledgeOutline;
  readonly onSeek: (sought: Sought) => void;
}

export function Filters({ sought, outline, onSeek }: FiltersProps) {
  const { t, locale } = useText();
  const byName = new Intl.Collator(locale).compare;
  const kinds = (Object.entries(outline.kinds) as [Kind, number][])
    .filter(([, many]) => many > 0)
    .map(([kind]) => [kind, t(`popup_group_${kind}`)] as const)
    .sort((one, other) => byName(one[1], other[1]));
  const countries = outline.countries
    .map(({ entity, name }) => [entity, name] as const)
    .sort((one, other) => byName(one[1], other[1]));
  return (
    <div class="finder-row knowledge-filters">
      <Choice
        label={t('popup_kind_label')}
        all={t('popup_kind_all')}
        value={sought.kind}
        options={kinds}
        onChoose={(kind) => onSeek({ ...sought, kind })}
      />
      <Choice
        label={t('knowledge_country_label')}
        all={t('knowledge_country_all')}
        value={sought.country}
        options={countries}
        onChoose={(country) => onSeek({ ...sought, country })}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string | null) => void;
}

function Choice({ label, all, value, options, onChoose }: ChoiceProps) {
  const isStrange = value !== null && !options.some(([one]) => one === value);
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
    >
      <option value="">{all}</option>
      {isStrange && <option value={value}>{value}</option>}
      {options.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </select>
  );
}
