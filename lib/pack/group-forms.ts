/**
 * Surface forms grouped by what a look-up sees: those with the same slot and fingerprint are candidates of one form.
 */
export interface GroupedForms {
  /** The slot of each form, ascending. */
  readonly slots: Uint32Array;
  readonly fingerprints: Uint32Array;
  sizeOf(form: number): number;
  /** Indices of its surface forms, in the order of `compare`. */
  candidatesOf(form: number): Uint32Array;
}

/**
 * Slots and fingerprints belong to the surface forms. Typed arrays instead of a map and an array for each of half a
 * million forms: those would cause most of a build's garbage collection.
 */
export function groupForms(
  slots: Uint32Array,
  fingerprints: Uint32Array,
  compare: (one: number, other: number) => number,
): GroupedForms {
  const order = bySlot(slots);
  const starts = new Uint32Array(slots.length + 1);
  let count = 0;
  for (let from = 0, end: number; from < order.length; from = end) {
    const slot = slots[order[from]!];
    for (end = from + 1; end < order.length && slots[order[end]!] === slot; ) end++;
    // Usually one: only the others need comparing.
    if (end > from + 1) {
      order.subarray(from, end).sort((one, other) => fingerprints[one]! - fingerprints[other]! || compare(one, other));
    }
    for (let at = from; at < end; at++) {
      if (at === from || fingerprints[order[at]!] !== fingerprints[order[at - 1]!]) starts[count++] = at;
    }
  }
  starts[count] = order.length;
  const ofForms = (values: Uint32Array): Uint32Array =>
    starts.subarray(0, count).map((start) => values[order[start]!]!);
  return {
    slots: ofForms(slots),
    fingerprints: ofForms(fingerprints),
    sizeOf: (form) => starts[form + 1]! - starts[form]!,
    candidatesOf: (form) => order.subarray(starts[form]!, starts[form + 1]!),
  };
}

/** Sorted as integers with the slot in the upper half, without a callback for each of ten million comparisons. */
function bySlot(slots: Uint32Array): Uint32Array {
  const keys = new BigUint64Array(slots.length);
  // Every browser's typed arrays are little-endian, so the lower half comes first.
  const halves = new Uint32Array(keys.buffer);
  slots.forEach((slot, number) => {
    halves[number * 2] = number;
    halves[number * 2 + 1] = slot;
  });
  keys.sort();
  return slots.map((_, at) => halves[at * 2]!);
}
