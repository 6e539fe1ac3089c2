/** Notes closed before their last words were saved: shown above the list and any card until they are. */
import { useText } from '../kit';

export function UnstoredNotes({ names }: { readonly names: readonly string[] }) {
  const { t } = useText();
  return (
    <>
      {names.map((name) => (
        <p key={name} class="popup-word popup-bar" role="alert">
          {t('notes_unstored', name)}
        </p>
      ))}
    </>
  );
}
