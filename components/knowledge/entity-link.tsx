/** A link to another entity's page, as of the same day. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EntityKey } from '../../lib/facts';
import type { Day } from '../../lib/time';
import { fragmentOf } from '../library';

/** The day the reader picked; null: today. */
export const PickedDay = createContext<Day | null>(null);

interface EntityLinkProps {
  readonly entity: EntityKey;
  readonly children: ComponentChildren;
}

export function EntityLink({ entity, children }: EntityLinkProps) {
  const day = useContext(PickedDay);
  return <a href={fragmentOf({ at: 'entity', entity, day })}>{children}</a>;
}
