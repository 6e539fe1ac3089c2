import * as v from 'valibot';
import { KINDS } from '../facts';
import { isRemoteId, type RemoteId } from '../remote-kinds';
import type { BackgroundHandlers } from './background-calls';
import type { Ask } from './calls';
import { clues } from './clues';
import { answer, type CallSchema } from './messenger';
import type { BackgroundCalls, CardCalls, OwnPageCalls } from './protocol';
import { cardId, count, day, entityKey, nothing } from './schema-parts';
import { FORM_LENGTH, language, NAMES_HERE, printed, storyAddress, webAddress } from './story-parts';
import { toCard } from './to-card';

/*
 * Upper bounds of one message. A page may be hostile, and a huge page may be genuine: a megabyte in one paragraph must
 * pass, a gigabyte must not reach the linker.
 */
const BLOCK_LENGTH = 4_000_000;
const BLOCKS = 50_000;
/** Twenty times what a page of 200,000 words needs. */
const MEMORY_LENGTH = 2_000_000;
/** One message of an editor: a note is text, not a film. */
const UPDATE_LENGTH = 16_000_000;
/** Matched without groups: a pattern with groups overflows the stack at a few megabytes. */
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const bytes = v.pipe(
  v.string(),
  v.maxLength(UPDATE_LENGTH),
  v.check((text) => text.length % 4 === 0 && BASE64.test(text), 'no base64'),
);
/** Results of one search; beyond this the reader narrows it down. */
const MOST_FOUND = 200;
const remote = v.custom<RemoteId>(isRemoteId, 'no id of a remote');

const role = v.picklist(['title', 'standfirst', 'body', 'heading', 'caption', 'comment', 'aside']);
const block = v.strictObject({
  id: count,
  text: v.pipe(v.string(), v.maxLength(BLOCK_LENGTH)),
  role,
  section: v.optional(count),
});
const MOST_PLACES = 100_000;
const goneMention = v.strictObject({ entity: entityKey, marked: v.boolean(), role, section: v.optional(count) });
const story = v.strictObject({
  day: v.nullable(day),
  title: v.pipe(v.string(), v.maxLength(BLOCK_LENGTH)),
  language: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[\w-]{2,35}$/)))),
  blocks: v.pipe(v.array(block), v.maxLength(BLOCKS)),
  // Only the linker knows and reads its content.
  memory: v.nullable(v.pipe(v.string(), v.maxLength(MEMORY_LENGTH))),
  gone: v.optional(v.pipe(v.array(goneMention), v.maxLength(MOST_PLACES))),
});

const namePlace = v.strictObject({ block: count, start: count, end: count });
/** Names in one story that are looked up together. */
const MOST_NAMES = 300;
/** For a search of the open world; its API's limit. */
const MOST_WORDS = 200;
const nameText = v.pipe(v.string(), v.minLength(1), v.maxLength(FORM_LENGTH));
const wantedName = v.strictObject({
  name: nameText,
  language: v.nullish(language),
  kind: v.nullable(v.picklist(['person', 'place', 'body'])),
  roles: v.pipe(v.array(nameText), v.maxLength(20)),
  says: v.pipe(v.array(printed), v.maxLength(10)),
});
/** CSS px: a card on the narrowest screen, and a panel that fills the widest. */
const MAP_WIDTHS = { least: 80, most: 2_000 };
const tab = v.nullable(count);
const metThen = v.pipe(v.array(v.strictObject({ entity: entityKey, day: v.nullable(day) })), v.maxLength(NAMES_HERE));

const forReaders = {
  mayRead: nothing,
  wishes: nothing,
  readHere: nothing,
  storyDay: v.strictObject({ clues }),
  scan: v.strictObject({ story }),
  unknownNames: v.strictObject({ story, named: v.pipe(v.array(namePlace), v.maxLength(MOST_PLACES)) }),
  beginCard: v.strictObject({ card: cardId, holds: v.picklist(['card', 'button']) }),
  openDoors: nothing,
  selectionButton: nothing,
  tellCard: v.strictObject({ card: cardId, say: toCard }),
  seen: v.strictObject({ entity: entityKey, title: printed, url: storyAddress, day: v.nullable(day) }),
} satisfies {
  [N in keyof BackgroundCalls]: v.GenericSchema<unknown, Ask<BackgroundCalls, N>>;
};

const proof = v.picklist(['sight', 'none']);

/** Calls from a card's frame; the port they come through is judged in lib/border. */
export const cardCallSchemas = {
  card: v.strictObject({
    entity: entityKey,
    day: v.nullable(day),
    here: v.pipe(v.array(entityKey), v.maxLength(NAMES_HERE)),
    tab: v.optional(tab),
    inPrivate: v.optional(v.boolean()),
  }),
  article: v.strictObject({
    entity: entityKey,
    proof: v.picklist(['sight', 'none', 'consent']),
    inPrivate: v.optional(v.boolean()),
  }),
  cardPart: v.strictObject({ part: v.picklist(['picture', 'map', 'note']) }),
  placeMap: v.strictObject({
    entity: entityKey,
    here: v.pipe(v.array(entityKey), v.maxLength(NAMES_HERE)),
    width: v.pipe(count, v.minValue(MAP_WIDTHS.least), v.maxValue(MAP_WIDTHS.most)),
    inPrivate: v.optional(v.boolean()),
  }),
  picture: v.strictObject({ entity: entityKey, press: v.nullable(proof), inPrivate: v.optional(v.boolean()) }),
  nameCard: v.strictObject({ name: wantedName, inPrivate: v.optional(v.boolean()) }),
  lookUpName: v.strictObject({ name: wantedName, day: v.nullable(day), proof, inPrivate: v.optional(v.boolean()) }),
  refuse: v.strictObject({
    entity: entityKey,
    form: v.pipe(v.string(), v.minLength(1), v.maxLength(FORM_LENGTH)),
    refused: v.boolean(),
    proof,
  }),
  mute: v.strictObject({ entity: entityKey, muted: v.boolean(), proof, inPrivate: v.optional(v.boolean()) }),
  know: v.strictObject({ entity: entityKey, known: v.boolean(), proof, inPrivate: v.optional(v.boolean()) }),
  chooseDay: v.strictObject({
    day: v.nullable(day),
    tab: v.nullable(count),
    proof,
    inPrivate: v.optional(v.boolean()),
  }),
  noteSubject: v.strictObject({ entity: entityKey }),
  exchangeNote: v.strictObject({
    subject: v.strictObject({ entity: entityKey, name: printed, kind: v.nullable(v.picklist(KINDS)) }),
    update: v.nullable(bytes),
    vector: bytes,
  }),
  placeNote: v.strictObject({ entity: entityKey, place: v.nullable(entityKey) }),
  openNotes: v.strictObject({ entity: entityKey }),
  openBeside: v.strictObject({ entity: entityKey, day: v.nullable(day) }),
  besideStory: v.strictObject({ entity: entityKey, day: v.nullable(day) }),
  openLink: v.strictObject({ url: webAddress }),
  lookUpSelected: nothing,
} satisfies {
  [N in keyof CardCalls]: v.GenericSchema<unknown, Ask<CardCalls, N>>;
};

const forOwnPages = {
  site: v.strictObject({ tabId: count }),
  switchSite: v.strictObject({ tabId: count, on: v.boolean() }),
  dropSites: v.strictObject({
    patterns: v.pipe(v.array(v.pipe(v.string(), v.maxLength(FORM_LENGTH))), v.maxLength(NAMES_HERE)),
  }),
  useHere: v.strictObject({ tabId: count }),
  names: v.strictObject({
    entities: v.pipe(v.array(entityKey), v.maxLength(NAMES_HERE)),
  }),
  heirs: v.strictObject({
    entities: v.pipe(v.array(entityKey), v.maxLength(NAMES_HERE)),
  }),
  entitiesNamed: v.strictObject({
    names: v.pipe(v.array(v.pipe(v.string(), v.maxLength(FORM_LENGTH))), v.maxLength(NAMES_HERE)),
  }),
  searchKnowledge: v.strictObject({
    query: v.strictObject({
      words: v.pipe(v.string(), v.maxLength(FORM_LENGTH)),
      kind: v.nullable(v.picklist(KINDS)),
      country: v.nullable(entityKey),
    }),
    most: v.pipe(count, v.maxValue(MOST_FOUND)),
  }),
  knowledgeOutline: nothing,
  entityPage: v.strictObject({ entity: entityKey, day: v.nullable(day) }),
  storyBackground: v.strictObject({
    entities: v.pipe(
      v.array(v.strictObject({ entity: entityKey, salience: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) })),
      v.maxLength(NAMES_HERE),
    ),
    day: v.nullable(day),
    inPrivate: v.boolean(),
  }),
  nameSenses: v.strictObject({
    entities: v.pipe(v.array(entityKey), v.maxLength(NAMES_HERE)),
    day: v.nullable(day),
    inPrivate: v.boolean(),
  }),
  recallSubjects: v.strictObject({ due: metThen, fresh: metThen, most: v.pipe(count, v.maxValue(MOST_NAMES)) }),
  agedEntities: v.strictObject({
    entities: v.pipe(v.array(entityKey), v.maxLength(NAMES_HERE)),
    day: v.nullable(day),
    most: v.pipe(count, v.maxValue(MOST_NAMES)),
  }),
  nameStates: v.strictObject({
    names: v.pipe(v.array(v.strictObject({ name: nameText, language: v.nullish(language) })), v.maxLength(MOST_NAMES)),
    inPrivate: v.boolean(),
  }),
  lookUpNames: v.strictObject({
    tab,
    names: v.pipe(v.array(wantedName), v.maxLength(MOST_NAMES)),
    refresh: v.pipe(v.array(entityKey), v.maxLength(MOST_NAMES)),
    day: v.nullable(day),
    inPrivate: v.boolean(),
  }),
  lookUpProgress: v.strictObject({ tab }),
  cancelLookUp: v.strictObject({ tab }),
  searchWorld: v.strictObject({
    words: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_WORDS)),
    inPrivate: v.boolean(),
  }),
  openWorldItem: v.strictObject({ item: v.pipe(v.string(), v.regex(/^q[1-9]\d{0,8}$/)), inPrivate: v.boolean() }),
  lookedUpUsage: nothing,
  clearLookedUp: nothing,
  packs: nothing,
  packsChanged: nothing,
  requests: nothing,
  cacheUsage: nothing,
  clearCache: nothing,
  clearRequests: nothing,
  forgetDays: nothing,
  noted: v.strictObject({ entities: v.pipe(v.array(entityKey), v.maxLength(NAMES_HERE)) }),
  notesOn: v.strictObject({ entities: v.pipe(v.array(entityKey), v.maxLength(NAMES_HERE)) }),
  copyNotes: v.strictObject({
    entities: v.pipe(v.array(entityKey), v.maxLength(NAMES_HERE)),
    inPrivate: v.boolean(),
  }),
  notesChanged: nothing,
  syncSteps: nothing,
  syncNow: v.strictObject({ remote: v.nullable(remote) }),
  syncCancel: v.strictObject({ remote }),
  notesInDanger: nothing,
} satisfies {
  [N in keyof OwnPageCalls]: v.GenericSchema<unknown, Ask<OwnPageCalls, N>>;
};

/** Answers all calls to the background. Call it in the worker's first tick, or the message that woke it is lost. */
export function answerBackgroundCalls(handlers: BackgroundHandlers): () => void {
  const listen = (schemas: object, forReaders: boolean) =>
    Object.entries(schemas).map(([name, schema]) =>
      answer(
        `background.${name}`,
        schema as CallSchema,
        (caller) => forReaders || caller.ownPage,
        handlers[name as keyof BackgroundHandlers] as Parameters<typeof answer>[3],
      ),
    );
  const stops = [...listen(forReaders, true), ...listen({ ...cardCallSchemas, ...forOwnPages }, false)];
  return () => {
    for (const stop of stops) stop();
  };
}
