/** The way to another place: a WebDAV folder, or a folder of this device where the browser can open one. */
import { useId, useState } from 'preact/hooks';
import { Button, type Text, useText } from '../kit';
import type { AddOutcome, SyncCalls } from './props';
import { troubleSentence } from './trouble';

/** Where the question where notes may go leads to. */
export const ADD_PLACE_ID = 'add-place';

type Said = AddOutcome | 'working' | null;

interface AddRemoteProps {
  readonly canOpenFolders: boolean;
  readonly on: Pick<SyncCalls, 'addWebdav' | 'addFolder'>;
}

export function AddRemote({ canOpenFolders, on }: AddRemoteProps) {
  const text = useText();
  const { t } = text;
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<Said>(null);

  async function add(work: Promise<AddOutcome>): Promise<boolean> {
    setSaid('working');
    const outcome = await work;
    setSaid(outcome);
    return outcome.state === 'added';
  }

  return (
    <>
      <h3>{t('sync_add')}</h3>
      <p id={ADD_PLACE_ID} class="row-of-buttons">
        <Button look="framed" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('sync_add_webdav')}
        </Button>
        {canOpenFolders && (
          <Button look="framed" disabled={said === 'working'} onClick={() => void add(on.addFolder())}>
            {t('sync_add_folder')}
          </Button>
        )}
      </p>
      {open && (
        <WebdavForm
          working={said === 'working'}
          onAdd={async (account) => {
            if (await add(on.addWebdav(account))) setOpen(false);
          }}
        />
      )}
      <p role="status" class={typeof said === 'object' && said !== null && said.state !== 'added' ? 'error' : 'said'}>
        {sentence(text, said)}
      </p>
      <p class="help">{t(canOpenFolders ? 'sync_folder_help' : 'sync_no_folders')}</p>
    </>
  );
}

function sentence(text: Text, said: Said): string {
  const { t } = text;
  if (said === null) return '';
  if (said === 'working') return t('sync_add_working');
  switch (said.state) {
    case 'added':
      return t('sync_added');
    case 'bad-address':
      return t('sync_bad_address');
    case 'not-allowed':
      return t('sync_not_allowed');
    case 'trouble':
      return troubleSentence(text, { ...said, passing: false });
    case 'failed':
      return t('sync_add_failed', said.detail === '' ? t('sync_no_detail') : said.detail);
  }
}

interface WebdavFormProps {
  readonly working: boolean;
  readonly onAdd: (account: Parameters<SyncCalls['addWebdav']>[0]) => void;
}

function WebdavForm({ working, onAdd }: WebdavFormProps) {
  const { t } = useText();
  const id = useId();
  const [address, setAddress] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');

  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd({ address: address.trim(), user: user.trim(), password });
      }}
    >
      <label for={`${id}-address`}>{t('sync_webdav_address')}</label>
      <input
        id={`${id}-address`}
        class="wide"
        type="text"
        inputMode="url"
        dir="ltr"
        required
        placeholder="https://"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={address}
        aria-describedby={`${id}-address-help`}
        onInput={({ currentTarget }) => setAddress(currentTarget.value)}
      />
      <p id={`${id}-address-help`} class="help">
        {t('sync_webdav_address_help')}
      </p>
      <label for={`${id}-user`}>{t('sync_webdav_user')}</label>
      <input
        id={`${id}-user`}
        class="wide"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={user}
        onInput={({ currentTarget }) => setUser(currentTarget.value)}
      />
      <label for={`${id}-password`}>{t('sync_webdav_password')}</label>
      <input
        id={`${id}-password`}
        class="wide"
        type="password"
        autocomplete="off"
        value={password}
        aria-describedby={`${id}-password-help`}
        onInput={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      <p id={`${id}-password-help`} class="help">
        {t('sync_webdav_password_help')}
      </p>
      <button type="submit" class="button button-framed" disabled={working}>
        {t('sync_webdav_add')}
      </button>
      <p class="help">{t('sync_webdav_permission')}</p>
    </form>
  );
}
