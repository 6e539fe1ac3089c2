/**
 * The browser account as a remote: one document per item, in one small table that all the reader's devices write.
 *
 *   look ─► read and merge news ─► (first run: end) ─► write what is pending ─► read back ─► settle
 */
import type { DocId } from '../../database';
import { type ExchangeContext, type Exchanged, type Remote, readMemory } from '../exchange';
import { SyncError } from '../sync-error';
import type { DeviceReport, ItemStore, LeftBehind, Protection, Vault } from '../types';
import { keyId, keyringCargo } from '../vault';
import { type BudgetedAccount, type Delivered, deliver } from './deliver';
import { type CargoItems, type Items, keyOfReport, keyOfRing, readAccount, toItems } from './layout';
import { type Memory, readOwnMemory } from './memory';
import { packReport } from './report';
import { takeIn } from './take-in';
import { countWrite } from './write-budget';

/** What the reader calls these documents; used for those that do not fit. */
export type NamesOf = (docs: readonly DocId[]) => Promise<ReadonlyMap<DocId, string>>;

export function noteItems<P extends Protection>(store: ItemStore<P>, vault: Vault<P>, namesOf: NamesOf): Remote {
  async function exchange(context: ExchangeContext): Promise<Exchanged> {
    const { ledger, signal } = context;
    let memory = readOwnMemory(context.memory);

    async function remember(change: Partial<Memory>, more: Omit<Parameters<typeof context.remember>[0], 'own'> = {}) {
      memory = { ...memory, ...change };
      await context.remember({ ...more, own: memory });
    }
    /** Counted in advance: if the worker dies in between, we have written less than we think, never more. */
    async function countOneWrite(): Promise<void> {
      const writes = countWrite(memory.writes, context.now());
      if (!writes) throw new SyncError('too-busy');
      await remember({ writes });
    }
    const account: BudgetedAccount<P> = {
      all: () => store.all(signal),
      async write(items) {
        await countOneWrite();
        await store.write(items, signal);
      },
      async remove(names) {
        await countOneWrite();
        await store.remove(names, signal);
      },
    };

    context.step('look');
    const all = await account.all();
    const lying = readAccount(all);
    const { newer } = lying;
    const taken = await takeIn(context, vault, lying, memory);
    const { device } = await ledger.device();
    const others = taken.reports.filter((report) => report.device !== device);
    const { held, heldMore } = taken;
    await remember({ incomplete: taken.incomplete }, { devices: others, held, heldMore });
    if (!context.pullOnly) {
      // Stored before anything sealed is written: from then on, unsealed values are held back.
      await remember({ seal: keyId(context.ring) });
      const { along, told, corrected } = await goingAlong(context, vault, all, taken.reports, memory);
      const delivered = await deliver(context, vault, account, all, along, taken, memory);
      const leftBehind = await named(context, delivered, memory);
      const [notVerified] = delivered.notVerified;
      const well = notVerified === undefined;
      const toldNow = {
        told: well ? told : '',
        corrected,
        ring: well && context.ring ? keyOfRing(context.ring.wrapped) : memory.ring,
      };
      await remember({ sizes: delivered.sizes, ...toldNow }, { leftBehind });
      if (notVerified !== undefined) throw new SyncError('not-verified', notVerified);
    }
    if (taken.damaged !== null) throw new SyncError('damaged', taken.damaged, {}, true);
    if (taken.tooLarge !== null) throw new SyncError('too-large', taken.tooLarge, {}, true);
    if (newer !== null) throw new SyncError('newer', newer, {}, true);
    return 'all';
  }

  /** Reuses the names found last time. */
  async function named(context: ExchangeContext, { leftBehind, sizes }: Delivered, memory: Memory) {
    const before = new Map<string, string>(readMemory(context.remote).leftBehind.map(({ doc, name }) => [doc, name]));
    const known = (doc: DocId) => memory.sizes[doc]?.[0] === sizes[doc]?.[0] && before.has(doc);
    const asked = leftBehind.map(({ doc }) => doc).filter((doc) => !known(doc));
    const names: ReadonlyMap<string, string> = asked.length > 0 ? await namesOf(asked) : new Map();
    return leftBehind.map(
      ({ doc, bytes }): LeftBehind => ({ doc, bytes, name: names.get(doc) ?? before.get(doc) ?? doc }),
    );
  }

  return {
    exchange,
    async keyrings(signal) {
      const { lying } = readAccount(await store.all(signal));
      return [...lying.values()].flatMap((value) =>
        value.key.startsWith('k') && value.state === 'whole' ? [value.cargo] : [],
      );
    },
  };
}

/**
 * This device's ring file and report, if they are missing or wrong. A different report under its name (an old account
 * came back, or a clone of this profile wrote one) is corrected once: two clones would correct each other for ever.
 */
async function goingAlong<P extends Protection>(
  { ledger, ring, now }: ExchangeContext,
  vault: Vault<P>,
  all: Items,
  reports: readonly DeviceReport[],
  memory: Memory,
): Promise<{ readonly along: CargoItems<P> } & Pick<Memory, 'told' | 'corrected'>> {
  const [{ device, name }, { count, digest }] = await Promise.all([ledger.device(), ledger.digest()]);
  const report: DeviceReport = { device, name, at: now(), count, digest };
  const told = JSON.stringify([name, count, digest, keyId(ring)]);
  const there = reports.find((report) => report.device === device);
  const saidThere = there && JSON.stringify([there.name, there.count, there.digest, keyId(ring)]);
  const isNews = memory.told !== told;
  const isTold = !isNews && there && (saidThere === told || saidThere === memory.corrected);
  const corrected = isNews ? '' : !isTold && saidThere ? saidThere : memory.corrected;
  const along = isTold ? {} : toItems(keyOfReport(device), await vault.close(packReport(report)));
  const ringItems = ring ? toItems(keyOfRing(ring.wrapped), keyringCargo<P>(ring)) : {};
  const lies = Object.entries(ringItems).every(([item, value]) => all[item] === value);
  return { along: lies ? along : { ...along, ...ringItems }, told, corrected };
}
