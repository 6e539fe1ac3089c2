/** Where remotes are, by their rows alone. */
import { descriptorOf, kindOf, type RemoteKind, readConfig } from './remote-id';

interface RowOfRemote {
  readonly id: string;
  readonly config: unknown;
}

/** As the reader knows it; of a row that cannot be read its id. */
export function placeOf({ id, config }: RowOfRemote): string {
  const kind = kindOf(id);
  return kind === null ? id : (placeIn(kind, config) ?? id);
}

/** Where these remotes are reached. A grant for such an address is none to read stories there. */
export const addressesOf = (rows: readonly RowOfRemote[]): string[] =>
  rows.flatMap(({ id, config }) => {
    const kind = kindOf(id);
    return kind === null ? [] : addressesIn(kind, config);
  });

function placeIn<K extends RemoteKind>(kind: K, config: unknown): string | null {
  const read = readConfig(kind, config);
  return read && descriptorOf(kind).placeOf(read.config);
}

function addressesIn<K extends RemoteKind>(kind: K, config: unknown): readonly string[] {
  const read = readConfig(kind, config);
  return read ? descriptorOf(kind).addressesOf(read.config) : [];
}
