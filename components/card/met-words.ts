/** "Third time this month": how often the name was met, if that is recorded; '' if there is nothing to say. */
import type { Met } from '../../lib/notes';
import type { Text } from '../kit';

export function metWords({ t, count }: Text, { thisMonth, ever, isNew }: Met): string {
  if (isNew) return t('card_met_new');
  if (ever === 0) return '';
  // Including this story.
  const times = thisMonth + 1;
  if (times === 1) return t('card_met_before');
  if (times === 2) return t('card_met_second');
  return times === 3 ? t('card_met_third') : count('card_met_often', times);
}
