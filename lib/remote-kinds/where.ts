/** Where remotes are, from their rows alone. */
import { descriptorOf, type RemoteKind, readConfig, remoteKindOf } from './remote-id';

interface RowOfRemote {
  readonly id: string;
  readonly config: unknown;
}

/** In the reader's terms; the id if the row is unreadable. */
export function whereIs({ id, config }: RowOfRemote): string {
  const kind = remoteKindOf(id);
  return kind === null ? id : (placeIn(kind, config) ?? id);
}

/** The addresses of these remotes. Access to them is no permission to read stories there. */
export const addressesOf = (rows: readonly RowOfRemote[]): string[] =>
  rows.flatMap(({ id, config }) => {
    const kind = remoteKindOf(id);
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
