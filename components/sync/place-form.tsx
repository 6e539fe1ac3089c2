/** What a kind of place has to be told before it can be added: its fields, in its own words. */
import { useId, useState } from 'preact/hooks';
import { useText } from '../kit';
import type { WayToAdd } from './props';

export type FilledForm = Readonly<Record<string, string>>;

type Form = NonNullable<WayToAdd['form']>;
type Field = Form['fields'][number];

interface PlaceFormProps {
  readonly form: Form;
  readonly working: boolean;
  readonly onAdd: (answers: FilledForm) => void;
}

export function PlaceForm({ form, working, onAdd }: PlaceFormProps) {
  const { t } = useText();
  const id = useId();
  const [answers, setAnswers] = useState<FilledForm>({});

  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(Object.fromEntries(form.fields.map(({ name, is }) => [name, sent(is, answers[name] ?? '')])));
      }}
    >
      {form.fields.map((field) => (
        <PlaceField
          key={field.name}
          id={`${id}-${field.name}`}
          field={field}
          value={answers[field.name] ?? ''}
          onValue={(value) => setAnswers((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <button type="submit" class="button button-framed" disabled={working}>
        {t(form.submit)}
      </button>
      {form.help && <p class="help">{t(form.help)}</p>}
    </form>
  );
}

interface PlaceFieldProps {
  readonly id: string;
  readonly field: Field;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function PlaceField({ id, field, value, onValue }: PlaceFieldProps) {
  const { t } = useText();
  return (
    <>
      <label for={id}>{t(field.label)}</label>
      <input
        id={id}
        class="wide"
        autocomplete="off"
        value={value}
        aria-describedby={field.help ? `${id}-help` : undefined}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
        {...ATTRIBUTES[field.is]}
      />
      {field.help && (
        <p id={`${id}-help`} class="help">
          {t(field.help)}
        </p>
      )}
    </>
  );
}

/** Text that no keyboard mends. */
const AS_TYPED = { type: 'text', autocapitalize: 'off', spellcheck: false } as const;

const ATTRIBUTES = {
  address: { ...AS_TYPED, inputMode: 'url', dir: 'ltr', required: true, placeholder: 'https://' },
  name: AS_TYPED,
  secret: { type: 'password' },
} as const satisfies Record<Field['is'], object>;

/** A password may begin or end with a blank. */
const sent = (is: Field['is'], value: string): string => (is === 'secret' ? value : value.trim());
