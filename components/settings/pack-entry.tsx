/** One pack: its content, what it adds to the others, where it comes from, and what can be done with it. */
import type { PackCredits, PackSummary } from '../../lib/knowledge';
import { Button, formatBytes, formatDay, type Text, useText } from '../kit';
import { PROBLEMS } from './install-words';
import { PackSources } from './pack-sources';
import type { PackHolding } from './props';

export type Direction = 'up' | 'down';

interface PackEntryProps {
  readonly pack: PackSummary;
  readonly holding: PackHolding | undefined;
  readonly at: number;
  readonly of: number;
  /** A pack is being installed: another must wait. */
  readonly busy: boolean;
  /** False: the reader allows no request. */
  readonly mayFetch: boolean;
  readonly on: {
    readonly move: (direction: Direction) => void;
    readonly remove: (id: string) => void;
    readonly fetchAgain: (address: string) => void;
    readonly goBackTo: (id: string) => void;
    readonly dropBefore: (id: string) => void;
  };
}

export function PackEntry({ pack, holding, at, of, busy, mayFetch, on }: PackEntryProps) {
  const text = useText();
  const { t } = text;
  const { id, info, from } = pack;
  // A stranger's pack may have no name.
  const name = info?.name || id || (id === null ? t('library_pack_bundled') : '–');
  return (
    <li class="pack">
      <p class="pack-head">
        <b class="pack-name" dir="auto">
          {name}
        </b>
        {id === null && info !== null && <span class="badge">{t('library_pack_bundled')}</span>}
      </p>
      {info === null ? <p class="error">{whatIsWrong(text, pack)}</p> : <Holds info={info} holding={holding} />}
      {of > 1 && at === 0 && <p class="help">{t('library_pack_first')}</p>}
      {from !== null && <p class="help">{t('library_pack_from', serverOf(from))}</p>}
      {holding && <PackSources {...holding.credits} />}
      <Before pack={pack} name={name} on={on} />
      <p class="pack-actions">
        {of > 1 && <Moves name={name} at={at} of={of} onMove={on.move} />}
        {from !== null && mayFetch && (
          <Button
            disabled={busy}
            aria-label={t('library_pack_again_label', name, serverOf(from))}
            onClick={() => on.fetchAgain(from)}
          >
            {t('library_pack_again')}
          </Button>
        )}
        {id !== null && (
          <Button aria-label={t('library_pack_remove_label', name)} onClick={() => on.remove(id)}>
            {t('library_pack_remove')}
          </Button>
        )}
      </p>
    </li>
  );
}

function Holds({
  info,
  holding,
}: { readonly info: NonNullable<PackSummary['info']> } & Pick<PackEntryProps, 'holding'>) {
  const text = useText();
  const number = new Intl.NumberFormat(text.locale);
  return (
    <>
      <p class="help">
        {text.t(
          'library_pack_as_of',
          formatDay(text, info.edition),
          text.count('library_pack_entities', info.entityCount),
          text.count('library_pack_forms', info.formCount),
          formatBytes(text, info.byteLength),
        )}
      </p>
      {holding?.overlap && (
        <p class="help">
          {text.count('library_pack_adds', holding.overlap.own, number.format(holding.overlap.shared))}
        </p>
      )}
      {holding && holding.credits.licences.length > 0 && (
        <p class="help">{text.t('library_pack_licences', licenceList(text, holding.credits))}</p>
      )}
    </>
  );
}

/** Pressed, or by arrow keys while one of them has focus. */
function Moves(props: {
  readonly name: string;
  readonly at: number;
  readonly of: number;
  readonly onMove: (direction: Direction) => void;
}) {
  const { name, at, of, onMove } = props;
  const { t } = useText();
  const may = { up: at > 0, down: at < of - 1 };
  const byKey = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null;
    if (direction === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (may[direction]) onMove(direction);
  };
  return (
    <>
      <Button
        data-move="up"
        disabled={!may.up}
        aria-label={t('library_pack_up_label', name)}
        onClick={() => onMove('up')}
        onKeyDown={byKey}
      >
        {t('library_pack_up')}
      </Button>
      <Button
        data-move="down"
        disabled={!may.down}
        aria-label={t('library_pack_down_label', name)}
        onClick={() => onMove('down')}
        onKeyDown={byKey}
      >
        {t('library_pack_down')}
      </Button>
    </>
  );
}

function Before({ pack, name, on }: Pick<PackEntryProps, 'pack' | 'on'> & { readonly name: string }) {
  const text = useText();
  const { t } = text;
  const { id, before } = pack;
  if (id === null || before === null) return null;
  const day = formatDay(text, before);
  return (
    <p class="pack-before">
      <span>{t('library_pack_before', day)}</span>
      <Button aria-label={t('library_pack_go_back_label', name, day)} onClick={() => on.goBackTo(id)}>
        {t('library_pack_go_back')}
      </Button>
      <Button aria-label={t('library_pack_drop_before_label', name, day)} onClick={() => on.dropBefore(id)}>
        {t('library_pack_drop_before')}
      </Button>
    </p>
  );
}

const whatIsWrong = ({ t }: Text, { id, problem }: PackSummary): string =>
  problem === null || id === null ? t('library_bundled_broken') : t(PROBLEMS[problem], id);

function licenceList(text: Text, { licences }: PackCredits): string {
  const parts = licences.map(({ licence, sources }) =>
    text.count('library_pack_licence_count', sources, licence ?? text.t('library_pack_no_licence')),
  );
  return new Intl.ListFormat(text.locale, { type: 'unit' }).format(parts);
}

export const serverOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);
