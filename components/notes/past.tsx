/**
 * What a note said before: versions on this device, and passages removed on any device. Read only on request, since
 * most readers never look.
 */
import { useState } from 'preact/hooks';
import type { Version } from '../../lib/notes';
import { Button, formatMoment, type MessageKey, type Read, useText } from '../kit';
import { focusTitle } from '../library';

const ENDED_BY: Readonly<Record<Version['endedBy'], MessageKey>> = {
  edit: 'notes_version_edit',
  merge: 'notes_version_merge',
  restore: 'notes_version_restore',
  delete: 'notes_version_delete',
};

interface PastProps {
  readonly versions: Read<readonly Version[]>;
  readonly removed: Read<readonly string[]>;
  /** The note's current text: an identical version has nothing to restore. */
  readonly now: string;
  readonly onOpen: () => void;
  /** Null if nothing may be changed. */
  readonly onRestore: ((version: Version) => void) | null;
}

export function Past({ versions, removed, now, onOpen, onRestore }: PastProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <details
      class="past"
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (currentTarget.open && versions === null) onOpen();
      }}
    >
      <summary>{t('notes_past')}</summary>
      <h3>{t('notes_versions')}</h3>
      {versions === 'unavailable' && <p class="error">{t('library_unavailable')}</p>}
      {Array.isArray(versions) && versions.length === 0 && <p class="none">{t('notes_versions_none')}</p>}
      {Array.isArray(versions) && versions.length > 0 && (
        <ol class="versions">
          {versions.map((version: Version) => (
            <VersionLine key={version.id} version={version} same={version.text === now} onRestore={onRestore} />
          ))}
        </ol>
      )}
      <h3>{t('notes_removed')}</h3>
      <p class="help">{t('notes_removed_help')}</p>
      {removed === 'unavailable' && <p class="error">{t('library_unavailable')}</p>}
      {Array.isArray(removed) && removed.length === 0 && <p class="none">{t('notes_removed_none')}</p>}
      {Array.isArray(removed) && removed.length > 0 && (
        <ul class="removed">
          {removed.map((passage: string, index: number) => (
            // Passages may be identical; their order is the text's and changes with the whole list.
            <li key={index} class="old-text" dir="auto">
              {passage}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

interface VersionLineProps {
  readonly version: Version;
  readonly same: boolean;
  readonly onRestore: PastProps['onRestore'];
}

function VersionLine({ version, same, onRestore }: VersionLineProps) {
  const text = useText();
  const { t } = text;
  const when = formatMoment(text, version.at);
  return (
    <li>
      <p class="version-head">
        <span>{t(ENDED_BY[version.endedBy], when)}</span>
        {onRestore !== null && !same && (
          <Button
            aria-label={t('notes_restore_label', when)}
            onClick={() => {
              onRestore(version);
              focusTitle(); // the text above is what was wanted, and this button goes
            }}
          >
            {t('notes_restore')}
          </Button>
        )}
        {same && <span class="help">{t('notes_version_same')}</span>}
      </p>
      <p class="old-text" dir="auto">
        {version.text === '' ? <i class="help">{t('notes_version_empty')}</i> : version.text}
      </p>
    </li>
  );
}
