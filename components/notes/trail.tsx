/** Back to the list containing the note. */
import { useText } from '../kit';
import { fragmentOf } from '../library';

export function Trail({ to = 'notes' }: { readonly to?: 'notes' | 'bin' }) {
  const { t } = useText();
  return (
    <p class="trail">
      <a href={fragmentOf({ at: to })}>{t(to === 'bin' ? 'notes_back_to_bin' : 'notes_back')}</a>
    </p>
  );
}
