import type { UnknownEntry } from './unknown-entry';

/** What the open world is asked with: only the name is sent; the rest stays here to judge whom it may mean. */
export const wantedOf = ({
  name,
  language,
  kind,
  roles,
  says,
}: Pick<UnknownEntry, 'name' | 'language' | 'kind' | 'roles' | 'says'>) => ({
  name,
  language,
  kind,
  roles,
  says: says.filter(({ by }) => by !== 'sentence').map(({ text }) => text),
});
