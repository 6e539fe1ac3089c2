import type { EntityHead } from '../pack';

/** A head, and what was read out of it. */
export interface Head extends EntityHead {
  /** By the number of the question. It lies with the head: to look it up in a map of heads takes longer than most answers. */
  readonly told: unknown[];
}

let questions = 0;

/** What a head says of its entity, read out of it once: a story asks for each of its mentions, round after round. */
export function knownOfHead<T extends string | boolean | object | null>(read: (head: Head) => T): (head: Head) => T {
  const question = questions++;
  return (head) => {
    const known = head.told[question];
    if (known !== undefined) return known as T;
    const answer = read(head);
    head.told[question] = answer;
    return answer;
  };
}
