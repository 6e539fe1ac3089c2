import { ancestors } from './ancestors';

/** Says of elements below `body` whether a box around them, or they themselves, are as `judge` says; each box is judged once. */
export function createBoxTest(body: Element, judge: (box: Element) => boolean): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    const passed: Element[] = [];
    let found = false;
    for (const at of [element, ...ancestors(element)]) {
      const before = known.get(at);
      found = before ?? false;
      if (before !== undefined) break;
      passed.push(at);
      if (at === body) break;
    }
    // What stands outside is judged first: all within is as it is.
    for (const at of passed.reverse()) {
      found ||= judge(at);
      known.set(at, found);
    }
    return found;
  };
}
