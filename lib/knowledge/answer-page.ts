/** The page of an entity: everything the packs say, as of a day; or the successors of a key that was split. */
import { composePage, type EntityKey, type EntityPage } from '../facts';
import type { LinkingChoices } from '../linking';
import { openIdentities, type Pack } from '../pack';
import { foldText } from '../text';
import type { Day } from '../time';
import type { LinkStory } from './answer-scan';
import type { NestedMention } from './answers';
import { entityIn, nameIn, readDossier } from './dossier';
import { nestedMentions } from './nested-mentions';
import type { FoundEntity } from './search-packs';

export type KnownPage =
  | {
      readonly state: 'known';
      readonly page: EntityPage;
      /** Its other names. */
      readonly names: readonly string[];
      /** Names in the background. */
      readonly nested: readonly NestedMention[];
    }
  /** Backstory took these for one entity when that key was stored. */
  | { readonly state: 'split'; readonly heirs: readonly FoundEntity[] }
  /** No pack in use knows it. */
  | { readonly state: 'unknown' };

export interface PageParts {
  readonly packs: readonly Pack[];
  /** Null where it could not be loaded: then no names are found. */
  readonly link: LinkStory | null;
  readonly choices: LinkingChoices;
}

export async function answerPage(asked: EntityKey, day: Day, parts: PageParts): Promise<KnownPage> {
  const { packs } = parts;
  const { heirs, rows } = openIdentities(packs);
  const dossier = await readDossier(packs, asked);
  if (!dossier) {
    const all = await Promise.all(heirs(asked).map((key) => heirOf(packs, key)));
    const found = all.filter((heir) => heir !== null);
    return found.length > 1 ? { state: 'split', heirs: found } : { state: 'unknown' };
  }
  const said = await Promise.all(
    rows(dossier.entity.key).map(async ({ pack, row }) => {
      const of = packs[pack] as Pack;
      const [{ source, entity }, written] = await Promise.all([of.card(row), of.writtenNames(row)]);
      return { source, names: [entity.name, ...written] };
    }),
  );
  const page = composePage(dossier, {
    day,
    nameOf: (key) => nameIn(packs, key),
    sources: said.map(({ source }) => source),
  });
  const { entity, name, background } = page;
  const nested = nestedMentions({ entity, name }, null, { background: background?.text ?? '' }, parts);
  return {
    state: 'known',
    page,
    names: namesOnce(name, [...page.also, ...said.flatMap(({ names }) => names)]),
    nested,
  };
}

async function heirOf(packs: readonly Pack[], key: EntityKey): Promise<FoundEntity | null> {
  const head = entityIn(packs, key);
  const dossier = head && (await readDossier(packs, key));
  return (
    dossier && {
      entity: head.key,
      kind: head.kind,
      name: head.name,
      gloss: head.gloss,
      qualifier: dossier.entity.qualifier,
    }
  );
}

/** Without duplicates that differ only in writing. */
function namesOnce(printed: string, names: readonly string[]): string[] {
  const known = new Set([foldText(printed)]);
  return names.filter((name) => {
    const folded = foldText(name);
    if (known.has(folded)) return false;
    known.add(folded);
    return true;
  });
}
