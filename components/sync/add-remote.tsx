/** The way to another place: a button for each kind that this browser can add, and the form where one has to be filled in. */
import { useState } from 'preact/hooks';
import type { AddedKind } from '../../lib/remote-kinds';
import { Button, type Text, useText } from '../kit';
import { type FilledForm, PlaceForm } from './place-form';
import type { AddOutcome, SyncCalls, WayToAdd } from './props';
import { troubleSentence } from './trouble';

/** The target of the question where notes may go. */
export const ADD_PLACE_ID = 'add-place';

type Said = AddOutcome | 'working' | null;

interface AddRemoteProps {
  readonly ways: readonly WayToAdd[];
  readonly on: Pick<SyncCalls, 'addPlace'>;
}

export function AddRemote({ ways, on }: AddRemoteProps) {
  const text = useText();
  const { t } = text;
  const [open, setOpen] = useState<AddedKind | null>(null);
  const [said, setSaid] = useState<Said>(null);
  const possible = ways.filter(({ isPossible }) => isPossible);
  const form = possible.find(({ kind }) => kind === open)?.form ?? null;

  async function add(kind: AddedKind, answers: FilledForm): Promise<void> {
    const work = on.addPlace(kind, answers);
    setSaid('working');
    const outcome = await work;
    setSaid(outcome);
    if (outcome.state === 'added') setOpen((now) => (now === kind ? null : now));
  }

  return (
    <>
      <h3>{t('sync_add')}</h3>
      <p id={ADD_PLACE_ID} class="row-of-buttons">
        {possible.map((way) =>
          way.form === null ? (
            <Button key={way.kind} look="framed" disabled={said === 'working'} onClick={() => void add(way.kind, {})}>
              {t(way.label)}
            </Button>
          ) : (
            <Button
              key={way.kind}
              look="framed"
              aria-expanded={open === way.kind}
              onClick={() => setOpen(open === way.kind ? null : way.kind)}
            >
              {t(way.label)}
            </Button>
          ),
        )}
      </p>
      {open !== null && form && (
        <PlaceForm key={open} form={form} working={said === 'working'} onAdd={(answers) => void add(open, answers)} />
      )}
      <p role="status" class={typeof said === 'object' && said !== null && said.state !== 'added' ? 'error' : 'said'}>
        {sentence(text, said)}
      </p>
      {ways.map(
        ({ kind, help }) =>
          help && (
            <p key={kind} class="help">
              {t(help)}
            </p>
          ),
      )}
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
