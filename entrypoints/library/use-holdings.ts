/** Looks into the packs in use: where each has its facts from, and what it adds to the others. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Read } from '../../components/kit';
import type { PackHolding } from '../../components/settings';
import { overlapOf, type PackId, type PackOverlap, type PackSummary, readCredits } from '../../lib/knowledge';
import type { Pack } from '../../lib/pack';
import { openBundled, shelf } from './packs-desk';

type Holdings = ReadonlyMap<PackId, PackHolding>;

const NOTHING: Holdings = new Map();
const pause = () => new Promise<void>((next) => setTimeout(next));

export function useHoldings(packs: Read<readonly PackSummary[]>): Holdings {
  const [holdings, setHoldings] = useState(NOTHING);
  /** Counting takes a moment for large packs; their order does not matter for it. */
  const counted = useRef<{ readonly of: string; readonly overlaps: ReadonlyMap<PackId, PackOverlap> } | null>(null);

  useEffect(() => {
    if (packs === null || packs === 'unavailable') return;
    let open = true;
    const look = async () => {
      const opened = await openAll(packs);
      const credits = opened.flatMap(({ id, pack }) => {
        try {
          return [[id, { overlap: counted.current?.overlaps.get(id) ?? null, credits: readCredits(pack) }] as const];
        } catch {
          return []; // damaged: the background finds it, too, and reports it
        }
      });
      const of = opened.map(({ id, pack }) => JSON.stringify([id, pack.info])).sort();
      const isKnown = counted.current?.of === of.join();
      const first = new Map(credits.map(([id, holding]) => [id, isKnown ? holding : { ...holding, overlap: null }]));
      if (!open) return;
      setHoldings(first);
      if (isKnown || opened.length < 2) return;
      const overlaps = await overlapOf(
        opened.map(({ pack }) => pack),
        pause,
      );
      if (!open) return;
      counted.current = { of: of.join(), overlaps: new Map(opened.map(({ id }, at) => [id, overlaps[at]!])) };
      setHoldings(new Map([...first].map(([id, one]) => [id, { ...one, overlap: overlapIn(counted.current, id) }])));
    };
    // Without it the list of packs shows less, but is shown.
    look().catch(() => open && setHoldings(NOTHING));
    return () => {
      open = false;
    };
  }, [packs]);
  return holdings;
}

const overlapIn = (counted: { readonly overlaps: ReadonlyMap<PackId, PackOverlap> } | null, id: PackId) =>
  counted?.overlaps.get(id) ?? null;

async function openAll(packs: readonly PackSummary[]): Promise<{ readonly id: PackId; readonly pack: Pack }[]> {
  const sound = new Set(packs.filter(({ info }) => info !== null).map(({ id }) => id));
  const imported = await shelf.open(false);
  const bundled = sound.has(null) ? await openBundled(false) : null;
  const opened = imported.flatMap(({ name, pack }) => (pack && sound.has(name) ? [{ id: name, pack }] : []));
  return bundled ? [{ id: null, pack: bundled }, ...opened] : opened;
}
