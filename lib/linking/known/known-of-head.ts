import type { EntityHead } from '../../pack';

/** A head, and what was read out of it. */
export interface Head extends EntityHead {
  /** By the number of the question. It lies with the head: to look it up in a map of heads takes longer than most answers. */
  readonly told: unknown[];
  /** The same of questions that are answered by yes or no, a bit for each: which were asked, and to which the answer is yes. */
  asked: number;
  so: number;
}

let questions = 0;

/** What a head says of its entity, read out of it once: a story asks for each of its mentions, round after round. */
export function knownOfHead<T extends string | object | null>(read: (head: Head) => T): (head: Head) => T {
  const question = questions++;
  return (head) => {
    const known = head.told[question];
    if (known !== undefined) return known as T;
    const answer = read(head);
    head.told[question] = answer;
    return answer;
  };
}

let yesOrNo = 0;
const MOST_YES_OR_NO = 30;

/** The same of a question whose answer is yes or no: most are, and an answer that lies in the head itself is there at once. */
export function isOfHead(read: (head: Head) => boolean): (head: Head) => boolean {
  if (yesOrNo === MOST_YES_OR_NO) throw new Error('more questions than a number has bits');
  const bit = 1 << yesOrNo++;
  return (head) => {
    if ((head.asked & bit) === 0) {
      // Behind the answer, which may ask other questions.
      const so = read(head);
      head.asked |= bit;
      if (so) head.so |= bit;
    }
    return (head.so & bit) !== 0;
  };
}
