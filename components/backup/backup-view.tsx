/** Export and import: notes as files that other programs read. An import merges, never replaces. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, formatMoment, type MessageKey, useText } from '../kit';
import { Section } from '../library';
import { filesDropped, notesIn } from './files-in-folder';
import { ImportResult } from './import-result';
import type { BackupProps, ExportKind, ImportOutcome } from './props';

const EXPORTS: readonly (readonly [kind: ExportKind, button: MessageKey, help: MessageKey])[] = [
  ['json', 'backup_json', 'backup_json_help'],
  ['markdown', 'backup_markdown', 'backup_markdown_help'],
  ['csv', 'backup_csv', 'backup_csv_help'],
  ['anki', 'backup_anki', 'backup_anki_help'],
];

export function BackupView({ notes, lastBackup, uncopied, on }: BackupProps) {
  const text = useText();
  const { t, count } = text;
  const [made, setMade] = useState<{ readonly state: 'made' | 'failed'; readonly name: string } | null>(null);
  return (
    <Section name="backup" title={t('backup_title')} lead={t('backup_lead')}>
      {uncopied > 0 && <p class="notice">{count('backup_needed', uncopied)}</p>}
      <p>
        {notes !== null && count('backup_notes', notes)}{' '}
        {lastBackup === null ? t('backup_never') : t('backup_last', formatMoment(text, lastBackup))}
      </p>
      <ul class="rows ways-out">
        {EXPORTS.map(([kind, button, help]) => (
          <li key={kind}>
            <span class="help">{t(help)}</span>
            <Button
              look="framed"
              onClick={async () => {
                setMade(null);
                const name = await on.exportAs(kind).catch(() => null);
                setMade(name === null ? { state: 'failed', name: '' } : { state: 'made', name });
              }}
            >
              {t(button)}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" class={made?.state === 'failed' ? 'error' : 'said'}>
        {made !== null && t(made.state === 'made' ? 'backup_made' : 'backup_failed', made.name)}
      </p>
      <Import onImport={on.importFiles} onCancel={on.cancelImport} />
    </Section>
  );
}

/** A folder that disappeared between the drop and reading it. */
const UNREADABLE: ImportOutcome = { state: 'failed', detail: '–', added: 0, merged: 0, same: 0, notUnderstood: [] };

interface ImportProps {
  readonly onImport: BackupProps['on']['importFiles'];
  readonly onCancel: BackupProps['on']['cancelImport'];
}

function Import({ onImport, onCancel }: ImportProps) {
  const { t } = useText();
  const chooser = useRef<HTMLInputElement>(null);
  const folderChooser = useRef<HTMLInputElement>(null);
  const chooseButton = useRef<HTMLButtonElement>(null);
  const [over, setOver] = useState(false);
  const [outcome, setOutcome] = useState<ImportOutcome | 'reading' | null>(null);

  async function take(files: readonly File[]): Promise<void> {
    // One at a time: otherwise it would be unclear which one the stop button means.
    if (files.length === 0 || outcome === 'reading') return;
    setOutcome('reading');
    setOutcome(await onImport(files));
  }

  // The button pressed last is disabled or gone.
  useEffect(() => {
    if (outcome !== null && outcome !== 'reading' && document.activeElement === document.body) {
      chooseButton.current?.focus();
    }
  }, [outcome]);

  return (
    <>
      <h3>{t('backup_import')}</h3>
      <p class="help">{t('backup_import_help')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place to drop files on; the button inside does the same */}
      <div
        class={over ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (event.dataTransfer) void filesDropped(event.dataTransfer).then(take, () => setOutcome(UNREADABLE));
        }}
      >
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept=".json,.zip,.md,.markdown,.csv,.tsv,.txt,.apkg"
          aria-label={t('backup_import_choose')}
          onChange={async ({ currentTarget }) => {
            await take([...(currentTarget.files ?? [])]);
            currentTarget.value = ''; // the same file again is a new attempt
          }}
        />
        <input
          ref={folderChooser}
          type="file"
          {...{ webkitdirectory: true }}
          hidden
          aria-label={t('backup_import_folder')}
          onChange={async ({ currentTarget }) => {
            await take(notesIn([...(currentTarget.files ?? [])]));
            currentTarget.value = '';
          }}
        />
        <Button
          ref={chooseButton}
          look="framed"
          disabled={outcome === 'reading'}
          onClick={() => chooser.current?.click()}
        >
          {t('backup_import_choose')}
        </Button>
        <Button look="framed" disabled={outcome === 'reading'} onClick={() => folderChooser.current?.click()}>
          {t('backup_import_folder')}
        </Button>
        <span class="help">{t('backup_import_drop')}</span>
      </div>
      {outcome === 'reading' && (
        <Button look="framed" onClick={onCancel}>
          {t('backup_import_cancel')}
        </Button>
      )}
      <div role="status">
        {outcome === 'reading' && <p class="said">{t('backup_import_reading')}</p>}
        {outcome !== null && outcome !== 'reading' && <ImportResult outcome={outcome} />}
      </div>
    </>
  );
}
