/**
 * A picture of an entity, by the reader's consent, and only where it is sure whose face it would be.
 *
 *   number ─► Wikidata: which file? ── none ─► the next property | none
 *   file   ─► Commons: whose is it, under which licence, where is a small one? ── nobody says ─► none
 *   small one ─► its host: bytes, no more than 300 kB, PNG, JPEG, WebP or GIF by their own beginning ─► kept
 */
import type { PictureContent } from '../../database';
import type { EntityKey, Kind } from '../../facts';
import {
  claimsQuery,
  type ImageInfo,
  imageInfoQuery,
  type PictureFile,
  picturePropertiesOf,
  pictureSize,
  readImageInfo,
  readPictureFile,
} from '../../lookup';
import type { NetworkConsent } from '../../settings';
import { utcDay } from '../../time';
import { nameTroubleOf } from '../looked-up/trouble-of';
import { articleAddress } from '../mediawiki/article-address';
import { isSourceError, SourceError } from '../mediawiki/source-error';
import type { WikiClient } from '../mediawiki/wiki-client';
import type { Picture, PicturePlace, PictureState } from './picture-state';
import type { KeptPicture, PictureStore } from './picture-store';

export interface PictureSettings {
  readonly pictures: NetworkConsent;
  readonly names: NetworkConsent;
  readonly wikidataApi: string;
  readonly commonsApi: string;
  readonly picturesAt: string;
}

export interface PictureOptions {
  /** False in private windows: then nothing is stored, neither data nor log. */
  readonly remember: boolean;
}

export interface PictureDesk {
  /** Without the network and without the bytes; null: the card has no place for one. */
  place(entity: EntityKey, settings: PictureSettings, options: PictureOptions): Promise<PicturePlace | null>;
  /** What to show at once; waits for one already being fetched. */
  look(entity: EntityKey, settings: PictureSettings, options: PictureOptions): Promise<PictureState>;
  /** Consent was given, by the labelled button or by the article's button where pictures come with it. */
  fetch(entity: EntityKey, settings: PictureSettings, options: PictureOptions): Promise<PictureState>;
}

export interface PictureParts {
  readonly store: PictureStore;
  readonly clientFor: (api: string) => WikiClient;
  /** Its kind, if packs know the entity or a story's words showed it was meant; null: no picture of it. */
  readonly sureKindOf: (entity: EntityKey) => Promise<Kind | null>;
  readonly toBase64: (bytes: Uint8Array) => string;
  readonly now: () => number;
}

/** A picture 250 px wide is 10 to 60 kB. */
const MOST_BYTES = 300_000;
/** A few claims, or what Commons says about one file. */
const ANSWER_BYTES = 200_000;
const ITEM_KEY = /^q[1-9]\d{0,8}$/;

export function createPictureDesk({ store, clientFor, sureKindOf, toBase64, now }: PictureParts): PictureDesk {
  const underWay = new Map<EntityKey, Promise<PictureState>>();

  /** What may show it; empty if pictures are not wanted or might show the wrong person. */
  async function propertiesFor(entity: EntityKey, { pictures, names }: PictureSettings) {
    if (pictures === 'never' || names === 'never' || !ITEM_KEY.test(entity)) return [];
    const kind = await sureKindOf(entity);
    return kind === null ? [] : picturePropertiesOf(kind);
  }

  async function fileOf(entity: EntityKey, settings: PictureSettings, log: boolean): Promise<PictureFile | null> {
    const wikidata = clientFor(settings.wikidataApi);
    for (const { property, shows } of await propertiesFor(entity, settings)) {
      const file = await wikidata.ask({
        query: claimsQuery(entity, property),
        names: log ? [entity.toUpperCase()] : [],
        limitBytes: ANSWER_BYTES,
        read: (json) => readPictureFile(json, property),
      });
      if (file !== null) return { file, shows };
    }
    return null;
  }

  async function contentOf(entity: EntityKey, settings: PictureSettings, log: boolean): Promise<PictureContent | null> {
    const found = await fileOf(entity, settings, log);
    if (found === null) return null;
    const names = log ? [found.file] : [];
    const info = await clientFor(settings.commonsApi).ask({
      query: imageInfoQuery(found.file),
      names,
      limitBytes: ANSWER_BYTES,
      read: readImageInfo,
    });
    if (info === null) return null;
    const loaded = await clientFor(settings.picturesAt).load({
      address: plainAddress(info),
      names,
      limitBytes: MOST_BYTES,
      read: readPicture,
    });
    const { artist, licence, licenceUrl } = info;
    const page = articleAddress(settings.commonsApi, `File:${found.file}`, info.page);
    return { shows: found.shows, ...loaded, artist, licence, licenceUrl, page };
  }

  async function fetchNow(entity: EntityKey, settings: PictureSettings, remember: boolean): Promise<PictureState> {
    try {
      const answer = await contentOf(entity, settings, remember);
      if (remember) await store.put(entity, answer);
      return stateOf({ answer, fetchedAt: now() });
    } catch (error) {
      if (!isSourceError(error)) throw error;
      const trouble = nameTroubleOf(error, now());
      return trouble?.state === 'busy' || trouble?.state === 'offline'
        ? trouble
        : { state: 'failed', reason: error.problem };
    }
  }

  function stateOf({ answer, fetchedAt }: KeptPicture): PictureState {
    if (answer === null) return { state: 'none' };
    const { data, ...told } = answer;
    return { state: 'ready', picture: { ...told, data: toBase64(data), on: utcDay(fetchedAt) } satisfies Picture };
  }

  return {
    async place(entity, settings, { remember }) {
      if ((await propertiesFor(entity, settings)).length === 0) return null;
      const kept = await store.get(entity, remember);
      return kept === null ? 'ask' : kept.answer === null ? null : 'kept';
    },

    async look(entity, settings, { remember }) {
      if ((await propertiesFor(entity, settings)).length === 0) return { state: 'off' };
      const kept = await store.get(entity, remember);
      if (kept) return stateOf(kept);
      const running = underWay.get(entity);
      if (running) return running;
      const hostOf = (address: string) => new URL(address).host;
      const file = [...new Set([settings.commonsApi, settings.picturesAt].map(hostOf))];
      const hosts = { number: hostOf(settings.wikidataApi), file };
      const withArticle = remember && settings.pictures === 'automatic';
      return { state: 'ask', id: entity.toUpperCase(), hosts, withArticle };
    },

    async fetch(entity, settings, { remember }) {
      if ((await propertiesFor(entity, settings)).length === 0) return { state: 'off' };
      const kept = await store.get(entity, remember);
      if (kept) return stateOf(kept);
      const running = underWay.get(entity);
      if (running) return running;
      const fetching = fetchNow(entity, settings, remember).finally(() => underWay.delete(entity));
      underWay.set(entity, fetching);
      return fetching;
    },
  };
}

/** Without the tracking parameters that Commons adds. */
function plainAddress({ address }: ImageInfo): string {
  if (!URL.canParse(address)) throw new SourceError('bad-answer', 'the answer has no valid picture address');
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

function readPicture(data: Uint8Array) {
  const size = pictureSize(data);
  if (size === null) throw new SourceError('bad-answer', 'the file is not a picture that can be shown');
  return { data, type: size.type };
}
