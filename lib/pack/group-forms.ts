/** Surface forms by what a look-up knows of them: those of one slot and one fingerprint are the candidates of one form. */
export interface GroupedForms {
  /** Of each form, in the order of the slots. */
  readonly slots: Uint32Array;
  readonly fingerprints: Uint32Array;
  sizeOf(form: number): number;
  /** Numbers of its surface forms, in the order of `compare`. */
  candidatesOf(form: number): Uint32Array;
}

/**
 * Slots and fingerprints are those of the surface forms. Numbers in place of a map and an array for each of half a million
 * forms: those would be most of what a build leaves to the garbage collection.
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
    // Seldom more than one: only these are compared.
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

/** Sorted as whole numbers with the slot in the upper half: without a call for each of ten million comparisons. */
function bySlot(slots: Uint32Array): Uint32Array {
  const keys = new BigUint64Array(slots.length);
  // Every browser's typed arrays are little-endian: the lower half comes first.
  const halves = new Uint32Array(keys.buffer);
  slots.forEach((slot, number) => {
    halves[number * 2] = number;
    halves[number * 2 + 1] = slot;
  });
  keys.sort();
  return slots.map((_, at) => halves[at * 2]!);
}
