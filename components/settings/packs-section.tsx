/** The packs in use, in order, and how to add others. A failure changes nothing, and says so. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PackId, PackSummary } from '../../lib/knowledge';
import type { Settings } from '../../lib/settings';
import { formatDay, type Read, useText } from '../kit';
import { InstallPack } from './install-pack';
import { type Direction, PackEntry } from './pack-entry';
import type { PackCalls, PackHolding } from './props';
import { useInstall } from './use-install';

interface PacksProps {
  readonly packs: Read<readonly PackSummary[]>;
  readonly holdings: ReadonlyMap<PackId, PackHolding>;
  readonly network: Settings['network'];
  readonly undo: ComponentChildren;
  readonly on: PackCalls;
}

interface Said {
  readonly line: string;
  readonly failed: boolean;
}

export function PacksSection({ packs, holdings, network, undo, on }: PacksProps) {
  const text = useText();
  const { t } = text;
  const install = useInstall();
  const [said, setSaid] = useState<Said | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ readonly id: PackId; readonly direction: Direction } | null>(null);
  /** The order as just chosen: storing and re-reading takes a moment, in which more may be pressed. */
  const [wished, setWished] = useState<readonly PackId[] | null>(null);
  const storing = useRef(0);
  const known = inOrder(packs === null || packs === 'unavailable' ? [] : packs, wished);
  const mayFetch = network !== 'never';

  // The browser drops the focus of a moved element; it belongs to the moved pack.
  useLayoutEffect(() => {
    if (moved.current === null) return;
    const { id, direction } = moved.current;
    moved.current = null;
    const entry = list.current?.children[known.findIndex((pack) => pack.id === id)];
    const buttons = [...(entry?.querySelectorAll<HTMLButtonElement>('[data-move]') ?? [])];
    const enabled = buttons.filter(({ disabled }) => !disabled);
    (enabled.find(({ dataset }) => dataset.move === direction) ?? enabled[0])?.focus();
  }, [packs, wished]);

  const tell = (done: boolean, line: string) =>
    setSaid(done ? { line, failed: false } : { line: t('library_pack_unchanged'), failed: true });

  async function move(at: number, direction: Direction): Promise<void> {
    const pack = known[at];
    const to = direction === 'up' ? at - 1 : at + 1;
    if (!pack || !known[to]) return;
    const others = known.filter((one) => one !== pack).map(({ id }) => id);
    const order = [...others.slice(0, to), pack.id, ...others.slice(to)];
    moved.current = { id: pack.id, direction };
    setWished(order);
    storing.current++;
    const done = await on.arrangePacks(order);
    if (--storing.current === 0) setWished(null);
    const name = pack.info?.name ?? pack.id ?? '';
    tell(done, t('library_pack_moved', name, to + 1, known.length));
  }

  const after = async (work: Promise<boolean>, line: string) => tell(await work, line);
  return (
    <>
      {undo}
      {packs === 'unavailable' && <p class="error">{t('library_unavailable')}</p>}
      {known.length > 0 && (
        <ol ref={list} class="packs">
          {known.map((pack, at) => (
            <PackEntry
              key={pack.id === null ? 'bundled' : `pack ${pack.id}`}
              pack={pack}
              holding={holdings.get(pack.id)}
              at={at}
              of={known.length}
              busy={install.state?.state === 'working'}
              mayFetch={mayFetch}
              on={{
                move: (direction) => void move(at, direction),
                remove(id) {
                  setSaid(null);
                  on.removePack(id);
                },
                fetchAgain: (address) => void install.run((told, signal) => on.fetchPack(address, '', told, signal)),
                goBackTo: (id) =>
                  void after(on.goBackTo(id), t('library_pack_went_back', id, formatDay(text, pack.before ?? ''))),
                dropBefore: (id) =>
                  void after(on.dropBefore(id), t('library_pack_dropped', id, formatDay(text, pack.before ?? ''))),
              }}
            />
          ))}
        </ol>
      )}
      <p role="status" class={said?.failed ? 'error' : 'said'}>
        {said?.line}
      </p>
      <InstallPack install={install} mayFetch={mayFetch} on={on} />
    </>
  );
}

/** Packs added meanwhile come last; removed ones are left out. */
function inOrder(packs: readonly PackSummary[], order: readonly PackId[] | null): readonly PackSummary[] {
  if (order === null) return packs;
  const placed = order.flatMap((id) => packs.find((pack) => pack.id === id) ?? []);
  return [...placed, ...packs.filter(({ id }) => !order.includes(id))];
}
