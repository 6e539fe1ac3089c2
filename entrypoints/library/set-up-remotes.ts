/**
 * Adds remotes and requests the permissions that they need. Each of these must be called synchronously in a click:
 * browsers allow no request later, so it comes before any await.
 */
import type { AddOutcome, WayToAdd } from '../../components/sync';
import type { RemoteRow } from '../../lib/database';
import { browser } from '../../lib/messages';
import { type AddedKind, type ConfigOf, readConfig, remoteIdOf, remoteKindOf } from '../../lib/remote-kinds';
import { addOrMend, SET_UPS, type SetUp, SyncError } from '../../lib/sync';
import { grantFor } from '../own-page/grant-for';
import { ledger } from './stores';

type Answers = Parameters<SetUp<never>['ask']>[0];

const KINDS = Object.keys(SET_UPS) as readonly AddedKind[];

/** As the page offers them. */
export const WAYS_TO_ADD: readonly WayToAdd[] = KINDS.map((kind) => {
  const { label, help, noHelp, form, isPossible } = SET_UPS[kind];
  return { kind, label, help: isPossible() ? help : noHelp, form, isPossible: isPossible() };
});

export async function addPlace<K extends AddedKind>(kind: K, answers: Answers): Promise<AddOutcome> {
  const setUp = setUpOf(kind);
  try {
    const config = await setUp.ask(answers, { allow });
    if (config === 'bad-address' || config === 'not-allowed') return { state: config };
    await addOrMend(ledger, remoteIdOf(kind, crypto.randomUUID()), config, async (row) => {
      const there = readConfig(kind, row.config);
      return there !== null && (await setUp.isSame(config, there.config));
    });
    return { state: 'added' };
  } catch (thrown) {
    return thrown instanceof SyncError
      ? { state: 'trouble', code: thrown.code, detail: thrown.detail }
      : { state: 'failed', detail: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** False: the reader, or the browser, refused. */
export async function askPermissionAgain(row: RemoteRow): Promise<boolean> {
  const kind = remoteKindOf(row.id);
  return kind === null || !isAdded(kind) || (await allowOne(kind, row));
}

async function allowOne<K extends AddedKind>(kind: K, { config }: RemoteRow): Promise<boolean> {
  const read = readConfig(kind, config);
  return read !== null && (await setUpOf(kind).allowAgain(read.config, { allow }));
}

const allow = (addresses: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: addresses.map(grantFor) }).catch(() => false);

const isAdded = (kind: string): kind is AddedKind => kind in SET_UPS;

function setUpOf<K extends AddedKind>(kind: K): SetUp<ConfigOf<K>> {
  const all: { readonly [Each in AddedKind]: SetUp<ConfigOf<Each>> } = SET_UPS;
  return all[kind];
}
