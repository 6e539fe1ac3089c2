/** What a reader script may tell its card, validated: the frame holds notes, the sender does not. */
import * as v from 'valibot';
import type { Drawing, ToCard } from './card-talk';
import { count, day, entityKey } from './schema-parts';
import { FORM_LENGTH, language, NAMES_HERE, passage, printed } from './story-parts';

/** Cards on top of each other; the hover machine stops far below. */
const STACK = 20;
const RUNNERS_UP = 200;
/** For a name that no pack knows. */
const MOST_ROLES = 20;
const MOST_SAID = 10;

const form = v.pipe(v.string(), v.maxLength(FORM_LENGTH));
const evidence = v.variant('type', [
  v.strictObject({ type: v.picklist(['only', 'usual']) }),
  v.strictObject({ type: v.literal('spelling'), usual: form }),
  v.strictObject({ type: v.literal('full-name'), form }),
  v.strictObject({ type: v.literal('company'), names: v.pipe(v.array(printed), v.maxLength(RUNNERS_UP)) }),
  v.strictObject({ type: v.literal('words'), words: v.pipe(v.array(form), v.maxLength(RUNNERS_UP)) }),
  v.strictObject({ type: v.literal('office'), office: form }),
  v.strictObject({ type: v.literal('demonym'), of: printed }),
  v.strictObject({ type: v.literal('place'), before: form }),
]);
const said = v.strictObject({
  text: printed,
  by: v.picklist(['apposition', 'title', 'sentence']),
  role: v.picklist(['title', 'standfirst', 'body', 'heading', 'caption', 'comment', 'aside']),
});
const mode = v.picklist(['hover', 'pinned', 'focus', 'sheet']);
const theme = v.picklist(['system', 'light', 'dark']);
const drawing = v.strictObject({
  token: count,
  stack: v.pipe(v.array(entityKey), v.minLength(1), v.maxLength(STACK)),
  canNest: v.boolean(),
  day: v.nullable(day),
  pageDay: v.nullable(day),
  here: v.pipe(v.array(entityKey), v.maxLength(NAMES_HERE)),
  link: v.strictObject({
    entity: entityKey,
    form,
    evidence,
    runnersUp: v.pipe(
      v.array(v.strictObject({ entity: entityKey, name: printed, gloss: printed })),
      v.maxLength(RUNNERS_UP),
    ),
  }),
  unknown: v.nullable(
    v.strictObject({
      key: entityKey,
      name: form,
      language,
      kind: v.nullable(v.picklist(['person', 'place', 'body'])),
      roles: v.pipe(v.array(form), v.maxLength(MOST_ROLES)),
      count,
      says: v.pipe(v.array(said), v.maxLength(MOST_SAID)),
    }),
  ),
  mode,
  theme,
  passage: v.nullable(passage),
}) satisfies v.GenericSchema<unknown, Drawing>;

export const toCard = v.variant('type', [
  v.strictObject({ type: v.picklist(['look-up', 'draw']), drawing }),
  v.strictObject({ type: v.picklist(['shown', 'clear']) }),
  v.strictObject({ type: v.literal('mode'), mode }),
  v.strictObject({ type: v.literal('theme'), theme }),
  v.strictObject({ type: v.literal('passage'), passage: v.nullable(passage) }),
  v.strictObject({ type: v.literal('focus-left'), asked: v.boolean() }),
]) satisfies v.GenericSchema<unknown, ToCard>;
