import * as dom from '../dom/dom';

/**
 * Which boxes are near the viewport? The browser measures every observed box each frame, so among consecutive boxes
 * only one per screenful is observed, standing for its *group* and the one before. Once some are known to be near, only
 * they and the surrounding groups are observed; all of them again when none is left, as after a jump to the end.
 *
 * Invariant: a group is lower than a viewport with its margins, so that one of the observed boxes around a visible box
 * is near.
 */

/** Characters in a group's boxes: about 40 lines. */
const GROUP_TEXT = 3_000;
/** Groups observed before and after a near one: about eight screenfuls. */
const AROUND = 8;

interface Group {
  readonly boxes: Element[];
  readonly before: Group | null;
}

export interface NearBoxes {
  /** Replaces all boxes: in reading order, with the characters of each. */
  set(boxes: ReadonlyMap<Element, number>): void;
  /** Boxes of nearby groups, some farther away. */
  near(): ReadonlySet<Element>;
  end(): void;
}

/** `margin`: viewports above and below that count as near. `changed` is called when other groups are. */
export function createNearBoxes(margin: number, changed: () => void): NearBoxes {
  let groups = new Map<Element, Group>();
  /** The elements of `groups`, in reading order. */
  let order: readonly Element[] = [];
  const observed = new Set<Element>();
  const observedNear = new Set<Element>();
  let near: Set<Element> | null = null;

  const observer = new IntersectionObserver(
    (entries) => {
      let isOther = false;
      for (const { target, isIntersecting } of entries) {
        if (!observed.has(target) || isIntersecting === observedNear.has(target)) continue;
        isOther = true;
        if (isIntersecting) observedNear.add(target);
        else observedNear.delete(target);
      }
      observe(around());
      if (!isOther) return;
      near = null;
      changed();
    },
    { rootMargin: `${margin * 100}% 0px` },
  );

  /** What to observe, given what is near. */
  function around(): ReadonlySet<Element> {
    const wanted = new Set<Element>();
    for (const [at, element] of order.entries()) {
      if (!observedNear.has(element)) continue;
      for (const one of order.slice(Math.max(0, at - AROUND), at + AROUND + 1)) wanted.add(one);
    }
    return wanted.size > 0 ? wanted : new Set(order);
  }
  function observe(wanted: ReadonlySet<Element>): void {
    for (const element of observed) {
      if (wanted.has(element)) continue;
      observed.delete(element);
      observedNear.delete(element);
      if (!dom.isDead(element)) observer.unobserve(element);
    }
    for (const element of wanted) {
      if (observed.has(element)) continue;
      observed.add(element);
      observer.observe(element);
    }
  }

  return {
    set(boxes) {
      groups = groupsOf(boxes);
      order = [...groups.keys()];
      near = null;
      // Text may have appeared or disappeared anywhere.
      observe(new Set(order));
    },
    near() {
      if (near) return near;
      near = new Set();
      for (const element of observedNear) {
        const group = groups.get(element);
        for (const box of [...(group?.before?.boxes ?? []), ...(group?.boxes ?? [])]) near.add(box);
      }
      return near;
    },
    end: () => observer.disconnect(),
  };
}

/** Keyed by the box observed for each group, its first one; the last in a row also by its last. */
function groupsOf(boxes: ReadonlyMap<Element, number>): Map<Element, Group> {
  const groups = new Map<Element, Group>();
  let group: Group | null = null;
  let text = 0;
  let last: Element | null = null;
  const close = () => group && last && groups.set(last, group);
  for (const [box, length] of boxes) {
    const follows = last !== null && dom.nextElementSibling(last) === box;
    if (!group || !follows || text + length > GROUP_TEXT) {
      // What lies before the next, a picture or a list, may have any height.
      if (!follows) close();
      group = { boxes: [], before: group };
      groups.set(box, group);
      text = 0;
    }
    group.boxes.push(box);
    text += length;
    last = box;
  }
  close();
  return groups;
}
