/** How to add a pack: a file on this device, or an address on a server that is asked once. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button, formatBytes, useText } from '../kit';
import { installSentence } from './install-words';
import { serverOf } from './pack-entry';
import type { PackCalls } from './props';
import type { Install } from './use-install';

interface InstallPackProps {
  readonly install: Install;
  /** False: the reader allows no request. */
  readonly mayFetch: boolean;
  readonly on: Pick<PackCalls, 'importPack' | 'fetchPack'>;
}

export function InstallPack({ install, mayFetch, on }: InstallPackProps) {
  const text = useText();
  const { t } = text;
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const chooseButton = useRef<HTMLButtonElement>(null);
  const course = useRef<HTMLDivElement>(null);
  const [address, setAddress] = useState('');
  const [sha256, setSha256] = useState('');
  const { state, run, cancel } = install;
  const working = state?.state === 'working';
  const host = hostTyped(address);

  async function ended(outcome: ReturnType<Install['run']>): Promise<void> {
    const state = (await outcome)?.state;
    if (state !== 'imported' && state !== 'same') return;
    setAddress('');
    setSha256('');
  }

  // The pressed button may be at the far end of a long list.
  const begun = state !== null;
  useEffect(() => {
    if (begun) course.current?.scrollIntoView({ block: 'nearest' });
  }, [begun, working]);

  // The button pressed last is disabled or gone.
  useEffect(() => {
    if (state !== null && !working && document.activeElement === document.body) chooseButton.current?.focus();
  }, [state, working]);

  return (
    <>
      <h3>{t('library_pack_install')}</h3>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (working || !mayFetch) return;
          void ended(run((told, signal) => on.fetchPack(address, sha256, told, signal)));
        }}
      >
        {mayFetch ? (
          <>
            <label for={`${id}-address`}>{t('library_pack_address')}</label>
            <input
              id={`${id}-address`}
              class="wide"
              type="text"
              inputMode="url"
              dir="ltr"
              placeholder="https://"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              value={address}
              aria-describedby={`${id}-address-help`}
              onInput={({ currentTarget }) => setAddress(currentTarget.value)}
            />
            <p id={`${id}-address-help`} class="help">
              {t('library_pack_address_help')}
            </p>
          </>
        ) : (
          <p class="help">{t('library_pack_fetch_never')}</p>
        )}
        <label for={`${id}-sha`}>{t('library_pack_sha')}</label>
        <input
          id={`${id}-sha`}
          class="wide"
          type="text"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={sha256}
          aria-describedby={`${id}-sha-help`}
          onInput={({ currentTarget }) => setSha256(currentTarget.value)}
        />
        <p id={`${id}-sha-help`} class="help">
          {t('library_pack_sha_help')}
        </p>
        <p class="row-of-buttons">
          {mayFetch && (
            <button type="submit" class="button button-framed" disabled={working || address.trim() === ''}>
              {host === null ? t('library_pack_fetch') : t('library_pack_fetch_from', host)}
            </button>
          )}
          <Button ref={chooseButton} look="framed" disabled={working} onClick={() => chooser.current?.click()}>
            {t('library_pack_choose')}
          </Button>
        </p>
        {mayFetch && <p class="help">{t('library_pack_fetch_help')}</p>}
      </form>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('library_pack_choose')}
        onChange={async ({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) await ended(run((told, signal) => on.importPack(file, sha256, told, signal)));
          currentTarget.value = ''; // the same file again is a new attempt
        }}
      />
      <div ref={course}>
        <p role="status" class={state?.state === 'refused' ? 'error' : 'said'}>
          {installSentence(text, state)}
        </p>
        {working && (
          <p class="pack-progress">
            <Progress {...state} />
            {state.step !== 'storing' && (
              <Button look="framed" onClick={cancel}>
                {t('library_pack_cancel')}
              </Button>
            )}
          </p>
        )}
      </div>
    </>
  );
}

/** Beside the status, which would otherwise be read out with each part. */
function Progress(props: { readonly step: string; readonly loaded?: number; readonly total?: number | null }) {
  const text = useText();
  const { step, loaded = 0, total = null } = props;
  const label = text.t('library_pack_progress');
  if (step !== 'reading' || total === null) return <progress aria-label={label} />;
  return (
    <>
      <progress aria-label={label} value={loaded} max={total} />
      <span class="help">{text.t('library_pack_read', formatBytes(text, loaded), formatBytes(text, total))}</span>
    </>
  );
}

/** Whom the button would ask; null while that is unclear. */
function hostTyped(address: string): string | null {
  const text = address.trim();
  const host = serverOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  return text !== '' && /^[^/\s]+$/.test(host) ? host : null;
}
