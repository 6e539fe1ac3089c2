/**
 * Decisions made in private windows. They outlive the worker, which dies after half a minute of rest, but never reach
 * the disk: `browser.storage.session` is in memory. They go with the last private window, at the latest with the
 * browser.
 */
import * as v from 'valibot';
import { type Choice, changeOf } from './choices';
import type { Settings } from './types';

/** The part of `browser.storage.session` used here. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface PrivateChoices {
  add(choice: Choice): Promise<void>;
  /** The settings as they apply in private windows. */
  over(settings: Settings): Promise<Settings>;
  forget(): Promise<void>;
}

const KEY = 'private-choices';

const choices = v.array(
  v.variant('type', [
    v.strictObject({ type: v.literal('refuse'), form: v.string(), entity: v.string(), refused: v.boolean() }),
    v.strictObject({ type: v.literal('mute'), entity: v.string(), muted: v.boolean() }),
    v.strictObject({ type: v.literal('know'), entity: v.string(), known: v.boolean() }),
    v.strictObject({ type: v.literal('switch-site'), site: v.string(), on: v.boolean() }),
  ]),
);

export function createPrivateChoices(area: SessionArea): PrivateChoices {
  /** One writer at a time: two quick presses must both be kept. */
  let last: Promise<unknown> = Promise.resolve();
  function inTurn(work: () => Promise<void>): Promise<void> {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  }

  async function read(): Promise<readonly Choice[]> {
    const parsed = v.safeParse(choices, (await area.get(KEY))[KEY] ?? []);
    return parsed.success ? parsed.output : [];
  }

  return {
    add: (choice) => inTurn(async () => area.set({ [KEY]: [...(await read()), choice] })),
    async over(settings) {
      let now = settings;
      for (const choice of await read()) now = { ...now, ...changeOf(choice)(now) };
      return now;
    },
    forget: () => inTurn(() => area.remove(KEY)),
  };
}
