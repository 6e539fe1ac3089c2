import { ancestors } from './ancestors';

/** Tests whether an element below `body`, or a box around it, satisfies `judge`; each box is judged once. */
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
    // Outer boxes first: their result holds for everything inside.
    for (const at of passed.reverse()) {
      found ||= judge(at);
      known.set(at, found);
    }
    return found;
  };
}
