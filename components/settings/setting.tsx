/** One setting: its name, one sentence, its control. Changes apply at once; there is nothing to save. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SettingProps {
  readonly name: string;
  readonly help: string;
  readonly children: ComponentChildren;
}

export function Setting({ name, help, children }: SettingProps) {
  const helpId = useId();
  return (
    <fieldset class="setting" aria-describedby={helpId}>
      <legend>{name}</legend>
      <p id={helpId} class="help">
        {help}
      </p>
      {children}
    </fieldset>
  );
}

interface ChoiceProps<Value extends string> {
  readonly value: Value;
  readonly options: readonly (readonly [Value, string, string?])[];
  readonly onChange: (value: Value) => void;
}

/** A few alternatives of which one applies. */
export function ChoiceField<Value extends string>({ value, options, onChange }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <div class="choice">
      {options.map(([option, label, help]) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          <span>
            {label}
            {help !== undefined && <span class="help">{help}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

interface UndoListProps {
  readonly items: readonly {
    readonly key: string;
    readonly line: string;
    readonly undoLabel: string;
    readonly undo: () => void;
    /** A further action. */
    readonly also?: { readonly action: string; readonly label: string; readonly run: () => void } | null;
  }[];
  readonly none: string;
  readonly action: string;
}

/** Standing decisions, each with a button to undo it. */
export function UndoList({ items, none, action }: UndoListProps) {
  if (items.length === 0) return <p class="none">{none}</p>;
  return (
    <ul class="rows">
      {items.map(({ key, line, undoLabel, undo, also }) => (
        <li key={key}>
          <span dir="auto">{line}</span>
          {also && (
            <button type="button" class="button button-quiet" aria-label={also.label} onClick={also.run}>
              {also.action}
            </button>
          )}
          <button type="button" class="button button-quiet" aria-label={undoLabel} onClick={undo}>
            {action}
          </button>
        </li>
      ))}
    </ul>
  );
}
