import type { PackSource } from '../../../lib/pack';
import type { ToldThing } from './title-sources';

/** What the project's own tables tell of what has an article. */
export function* toldByPack({ entities, facts, forms }: PackSource): Generator<ToldThing> {
  const nameOf = new Map(entities.map(({ key, name }) => [key, name]));
  const dates = new Map<string, string>();
  const posts = new Map<string, [string, string, string][]>();
  for (const { entity: subject, property, value, words, start, end } of facts) {
    if (property === 'born' || property === 'founded') dates.set(`${subject} start`, start ?? '');
    if (property === 'died' || property === 'ended') dates.set(`${subject} end`, start ?? '');
    if (property !== 'office') continue;
    const title = typeof value === 'string' ? nameOf.get(value) : words;
    if (title) posts.set(subject, [...(posts.get(subject) ?? []), [title, start ?? '', end ?? '']]);
  }
  const aliases = new Map<string, string[]>();
  for (const { entity, form, use } of forms) {
    if (use === 'name') aliases.set(entity, [...(aliases.get(entity) ?? []), form]);
  }
  const year = (date = ''): string => /-?\d{4}/.exec(date)?.[0] ?? '';
  for (const { key, kind, name, gloss, wikipedia, wikidata } of entities) {
    if (wikipedia === null) continue;
    yield {
      qid: wikidata ?? '',
      title: wikipedia,
      name,
      kind,
      start: year(dates.get(`${key} start`)),
      end: year(dates.get(`${key} end`)),
      words: [gloss],
      aliases: aliases.get(key) ?? [],
      posts: posts.get(key) ?? [],
    };
  }
}
