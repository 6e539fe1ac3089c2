/** What the background says to our pages beside a story. It tells that there is something to ask for, never what. */
import * as v from 'valibot';
import { answer, send } from './messenger';
import { count } from './schema-parts';

const NAME = 'panel.changed';
const changed = v.strictObject({ tab: v.nullable(count) });

/** `tab`: a reader script has begun in it; null: something was stored that any tab may show. Mostly nobody is there to hear. */
export const tellPanels = (tab: number | null): Promise<unknown> =>
  send(NAME, { tab }, undefined, false).catch(() => {});

/** Pages of ours are heard, the background is one of them. Scripts in web pages are not. */
export function hearBackground(told: (tab: number | null) => void, signal: AbortSignal): void {
  const stop = answer(
    NAME,
    changed,
    ({ ownPage }) => ownPage,
    (ask) => told((ask as v.InferOutput<typeof changed>).tab),
  );
  signal.addEventListener('abort', stop);
}
