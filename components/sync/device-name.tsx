/** How this device is called in the tables of the others. Kept when the field is left. */
import { useId } from 'preact/hooks';
import { useText } from '../kit';

interface DeviceNameProps {
  readonly name: string;
  readonly onName: (name: string) => void;
}

export function DeviceName({ name, onName }: DeviceNameProps) {
  const { t } = useText();
  const id = useId();
  return (
    <>
      <h3>
        <label for={id}>{t('sync_device_name')}</label>
      </h3>
      <input
        id={id}
        class="wide"
        type="text"
        maxLength={60}
        autocomplete="off"
        value={name}
        aria-describedby={`${id}-help`}
        onChange={({ currentTarget }) => {
          const wish = currentTarget.value.trim();
          if (wish === '') currentTarget.value = name;
          else if (wish !== name) onName(wish);
        }}
      />
      <p id={`${id}-help`} class="help">
        {t('sync_device_name_help')}
      </p>
    </>
  );
}
