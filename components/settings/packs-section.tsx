/** The packs in use, and the way in for others. A bad file changes nothing, and says what is wrong with it. */
import { useRef, useState } from 'preact/hooks';
import type { PackSummary } from '../../lib/knowledge';
import { Button, formatBytes, formatDay, type MessageKey, type Read, useText } from '../kit';
import type { ImportOutcome, SettingsPlaceCalls } from './props';

const PROBLEMS: Readonly<Record<Extract<ImportOutcome, { state: 'refused' }>['problem'], MessageKey>> = {
  'not-a-pack': 'library_pack_not_a_pack',
  truncated: 'library_pack_truncated',
  damaged: 'library_pack_damaged',
  newer: 'library_pack_newer',
  older: 'library_pack_older',
  'too-large': 'library_pack_too_large',
  'invalid-source': 'library_pack_invalid_source',
  'not-stored': 'library_pack_not_stored',
};

interface PacksProps {
  readonly packs: Read<readonly PackSummary[]>;
  readonly on: Pick<SettingsPlaceCalls, 'importPack' | 'removePack'>;
}

export function PacksSection({ packs, on }: PacksProps) {
  const { t } = useText();
  const chooser = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<ImportOutcome | 'checking' | null>(null);

  async function take(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    setOutcome('checking');
    setOutcome(await on.importPack(file));
    input.value = ''; // the same file again is a new attempt
  }

  return (
    <>
      {packs === 'unavailable' && <p class="error">{t('library_unavailable')}</p>}
      {Array.isArray(packs) && (
        <ul class="rows packs">
          {packs.map((pack: PackSummary) => (
            <PackLine key={pack.id} pack={pack} onRemove={() => on.removePack(pack.id)} />
          ))}
        </ul>
      )}
      <input
        ref={chooser}
        type="file"
        accept=".pack"
        hidden
        aria-label={t('library_pack_import')}
        onChange={({ currentTarget }) => void take(currentTarget)}
      />
      <Button look="framed" disabled={outcome === 'checking'} onClick={() => chooser.current?.click()}>
        {t('library_pack_import')}
      </Button>
      <p role="status" class={typeof outcome === 'object' && outcome?.state === 'refused' ? 'error' : 'said'}>
        {outcome === 'checking' && t('library_pack_importing')}
        {typeof outcome === 'object' && outcome?.state === 'imported' && t('library_pack_imported', outcome.name)}
        {typeof outcome === 'object' &&
          outcome?.state === 'refused' &&
          `${t(PROBLEMS[outcome.problem], outcome.file)} ${t('library_pack_kept')}`}
      </p>
    </>
  );
}

function PackLine({ pack, onRemove }: { readonly pack: PackSummary; readonly onRemove: () => void }) {
  const text = useText();
  const { t } = text;
  const { info } = pack;
  if (info === null) {
    const what =
      pack.problem === null || pack.bundled ? t('library_bundled_broken') : t(PROBLEMS[pack.problem], pack.id);
    return (
      <li>
        <p class="error">{what}</p>
        {!pack.bundled && <RemoveButton name={pack.id} onRemove={onRemove} />}
      </li>
    );
  }
  const number = new Intl.NumberFormat(text.locale);
  return (
    <li>
      <div>
        <b class="pack-name">{info.name}</b>
        {pack.bundled && <span class="badge">{t('library_pack_bundled')}</span>}
        <p class="help">
          {t(
            'library_pack_line',
            formatDay(text, info.edition),
            number.format(info.entityCount),
            number.format(info.formCount),
            formatBytes(text, info.byteLength),
          )}
        </p>
      </div>
      {!pack.bundled && <RemoveButton name={info.name} onRemove={onRemove} />}
    </li>
  );
}

function RemoveButton({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const { t } = useText();
  return (
    <Button aria-label={t('library_pack_remove_label', name)} onClick={onRemove}>
      {t('library_pack_remove')}
    </Button>
  );
}
