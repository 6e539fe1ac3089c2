/** Which file to make of a story's names, and whether to include notes: chosen before it is made. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button, Switch, useText } from '../kit';

export interface ExportWish {
  readonly format: 'markdown' | 'page' | 'table';
  readonly notes: boolean;
}

interface ExportFormProps {
  /** Names in the story with a note; 0 if notes may not be included. */
  readonly noted: number;
  readonly onExport: (wish: ExportWish) => void;
}

const FORMATS = ['markdown', 'page', 'table'] as const;

export function ExportForm({ noted, onExport }: ExportFormProps) {
  const { t, count } = useText();
  const heading = useId();
  const form = useRef<HTMLElement>(null);
  // Off by default: the list may be meant for others.
  const [notes, setNotes] = useState(false);
  useEffect(() => form.current?.querySelector('button')?.focus(), []);
  return (
    <section ref={form} class="popup-export" aria-labelledby={heading}>
      <h2 id={heading}>{t('popup_export_title')}</h2>
      {noted > 0 && (
        <Switch on={notes} onChange={setNotes}>
          {count('popup_export_notes', noted)}
        </Switch>
      )}
      <p class="popup-export-formats">
        {FORMATS.map((format) => (
          <Button key={format} look="framed" onClick={() => onExport({ format, notes: noted > 0 && notes })}>
            {t(`popup_export_${format}`)}
          </Button>
        ))}
      </p>
    </section>
  );
}
