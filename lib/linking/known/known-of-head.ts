import type { EntityHead } from '../../pack';

/** A head and the answers derived from it. */
export interface Head extends EntityHead {
  /** By question number. Stored with the head: looking it up in a map takes longer than most answers do. */
  readonly told: unknown[];
  /** Answers to yes/no questions, one bit each: which were asked, and which are true. */
  asked: number;
  so: number;
}

let questions = 0;

/** Derives something from a head once and keeps it: a story asks for each mention in every round. */
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

/** The same for yes/no questions, whose answers are bits in the head and so fastest to read. */
export function isOfHead(read: (head: Head) => boolean): (head: Head) => boolean {
  if (yesOrNo === MOST_YES_OR_NO) throw new Error('more questions than a number has bits');
  const bit = 1 << yesOrNo++;
  return (head) => {
    if ((head.asked & bit) === 0) {
      // Read first, since answering may ask other questions.
      const so = read(head);
      head.asked |= bit;
      if (so) head.so |= bit;
    }
    return (head.so & bit) !== 0;
  };
}
