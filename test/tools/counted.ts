/** Collections that count how often they are read, to show that work grows with the text and not with its square. */

export interface Counted<Thing> {
  readonly thing: Thing;
  looks(): number;
}

/** A text whose characters are counted as they are read. */
export function countedText(text: string): Counted<string> {
  let looks = 0;
  const thing = new Proxy(Object(text) as object, {
    get(_, name) {
      if (typeof name === 'string' && /^\d+$/.test(name)) {
        looks++;
        return text[Number(name)];
      }
      if (name === 'charCodeAt' || name === 'codePointAt') {
        looks++;
        return text[name].bind(text);
      }
      if (name === 'slice') {
        return (from: number, to = text.length) => {
          looks += Math.max(0, to - from);
          return text.slice(from, to);
        };
      }
      const value = Reflect.get(Object(text), name) as unknown;
      return typeof value === 'function' ? value.bind(text) : value;
    },
  });
  return { thing: thing as unknown as string, looks: () => looks };
}

/** A list whose items are counted as they are read. */
export function countedList<Item>(items: readonly Item[]): Counted<readonly Item[]> {
  let looks = 0;
  const thing = new Proxy(items, {
    get(target, name, receiver) {
      if (typeof name === 'string' && /^\d+$/.test(name)) looks++;
      return Reflect.get(target, name, receiver);
    },
  });
  return { thing, looks: () => looks };
}
