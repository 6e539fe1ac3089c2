import type { CardView, EntityKey } from '../../lib/facts';
import { formatDay, formatPartialDate, type Text, useText } from '../kit';
import { DatedList } from './dated-list';

/** Heading over what was so before the story; depends on whether anything else is known. */
function beforeHeading(text: Text, { day, around, lastKnown, before, isOver, storyDay }: CardView): string {
  const latest = before[0]?.end ?? before[0]?.start ?? null;
  if (day.length + around.length + lastKnown.length === 0 && !isOver && latest !== null)
    return text.t('card_last_known', formatPartialDate(text, latest));
  return storyDay === null ? text.t('card_earlier') : text.t('card_before', formatDay(text, storyDay));
}

interface TimeBandsProps {
  readonly view: CardView;
  readonly onName: ((entity: EntityKey) => void) | null;
}

/** What the entity is to a reader of that day, each line under the time for which it is known. */
export function TimeBands({ view, onName }: TimeBandsProps) {
  const text = useText();
  const { t } = text;
  const { day, around, lastKnown, before, storyDay } = view;
  const read = lastKnown[0]?.source.asOf;
  const begun = around[0]?.start ?? null;
  if (storyDay !== null && day.length + around.length + lastKnown.length + before.length === 0) return null;
  return (
    <section class="bands">
      {day.length > 0 && (
        <div class="day">
          <h3>{storyDay === null ? t('card_on_today') : t('card_on_day', formatDay(text, storyDay))}</h3>
          <DatedList lines={day} onName={onName} />
        </div>
      )}
      {begun !== null && (
        <div class="around">
          <h3>{t('card_in', formatPartialDate(text, begun))}</h3>
          <DatedList lines={around} begun={begun} onName={onName} />
        </div>
      )}
      {read !== undefined && (
        <div class="last-known">
          <h3>{t('card_last_known_on', formatDay(text, read))}</h3>
          <DatedList lines={lastKnown} knownOn={read} onName={onName} />
        </div>
      )}
      {before.length > 0 && (
        <div class="before">
          <h3>{beforeHeading(text, view)}</h3>
          <DatedList lines={before} onName={onName} />
        </div>
      )}
      {/* Always shown, whatever else is known. */}
      {storyDay === null && day.length === 0 && <p class="when">{t('card_on_today')}</p>}
    </section>
  );
}
