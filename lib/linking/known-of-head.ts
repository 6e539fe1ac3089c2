import type { EntityHead } from '../pack';

/** What a head says of its entity, read out of it once: a story asks for each of its mentions, round after round. */
export function knownOfHead<T>(read: (head: EntityHead) => T): (head: EntityHead) => T {
  const known = new WeakMap<EntityHead, { readonly is: T }>();
  return (head) => {
    let told = known.get(head);
    if (!told) {
      told = { is: read(head) };
      known.set(head, told);
    }
    return told.is;
  };
}
