/** What the background tells our pages beside a story: that there is something to ask for, never what. */
import * as v from 'valibot';
import { answer, send } from './messenger';
import { count } from './schema-parts';

const NAME = 'panel.changed';
const changed = v.strictObject({ tab: v.nullable(count) });

/** `tab`: a reader script has begun in it; null: something any tab may show was stored. Usually nobody is listening. */
export const tellPanels = (tab: number | null): Promise<unknown> =>
  send(NAME, { tab }, undefined, false).catch(() => {});

/** Listens to our own pages, which include the background, but not to scripts in web pages. */
export function hearBackground(told: (tab: number | null) => void, signal: AbortSignal): void {
  const stop = answer(
    NAME,
    changed,
    ({ ownPage }) => ownPage,
    (ask) => told((ask as v.InferOutput<typeof changed>).tab),
  );
  signal.addEventListener('abort', stop);
}
