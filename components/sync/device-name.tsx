/** This device's name in other devices' tables. Stored when the field is left. */
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { useText } from '../kit';

interface DeviceNameProps {
  readonly name: string;
  readonly onName: (name: string) => void;
}

export function DeviceName({ name, onName }: DeviceNameProps) {
  const { t } = useText();
  const id = useId();
  // Typed text is ours until stored: the page is redrawn at each step of an exchange.
  const [typed, setTyped] = useState(name);
  useLayoutEffect(() => setTyped(name), [name]);
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
        value={typed}
        aria-describedby={`${id}-help`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => {
          const wish = currentTarget.value.trim();
          setTyped(wish || name);
          if (wish !== '' && wish !== name) onName(wish);
        }}
      />
      <p id={`${id}-help`} class="help">
        {t('sync_device_name_help')}
      </p>
    </>
  );
}
