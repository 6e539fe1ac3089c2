/** Answers all calls about pictures. If pictures are off, the script for them is not even loaded. */

import { toBase64 } from '../../lib/bytes';
import type { BackstoryDatabase } from '../../lib/database';
import type { EntityKey, Kind } from '../../lib/facts';
import type { OpenWorld, PictureDesk, PicturePlace, WikiClient } from '../../lib/knowledge';
import { type BackgroundHandlers, CallError, type Caller } from '../../lib/messages';
import type { Settings } from '../../lib/settings';
import { documentTarget, injectInto } from './inject';

export interface PictureCallsParts {
  readonly database: BackstoryDatabase;
  readonly openWorld: () => Promise<Pick<OpenWorld, 'createPictureDesk' | 'createPictureStore'>>;
  readonly wikiFor: (api: string) => WikiClient;
  readonly settingsFor: (incognito: boolean) => Promise<Settings>;
  /** Its key of today. */
  readonly current: (entity: EntityKey) => Promise<EntityKey>;
  /** Null if it is not certain enough who the picture would show. */
  readonly sureKindOf: (entity: EntityKey) => Promise<Kind | null>;
}

export interface PictureCalls {
  readonly answers: Pick<BackgroundHandlers, 'picture' | 'cardPart'>;
  /** For the card's answer. */
  place(entity: EntityKey, settings: Settings, remember: boolean): Promise<PicturePlace | undefined>;
  /** The article is being fetched: its picture comes with it, if the reader chose that. */
  withArticle(entity: EntityKey, settings: Settings): void;
}

export function createPictureCalls(parts: PictureCallsParts): PictureCalls {
  const { database, openWorld, wikiFor, settingsFor, current, sureKindOf } = parts;
  let made: Promise<PictureDesk> | null = null;
  /** Null if it could not be loaded: then there are no pictures, and everything else continues. */
  function deskFor({ pictures }: Settings): Promise<PictureDesk | null> {
    if (pictures === 'never') return Promise.resolve(null);
    made ??= openWorld().then(({ createPictureDesk, createPictureStore }) =>
      createPictureDesk({
        store: createPictureStore(database, Date.now),
        clientFor: wikiFor,
        sureKindOf,
        toBase64,
        now: Date.now,
      }),
    );
    return made.catch(() => {
      made = null;
      return null;
    });
  }

  return {
    answers: {
      async cardPart({ part }, { tabId, frameId, documentId }: Caller) {
        if (tabId === null || frameId === null) throw new CallError('refused', 'a picture can only be shown in a tab');
        await injectInto(documentTarget(tabId, frameId, documentId), [`card-${part}.js`]);
      },

      async picture({ entity: asked, press, inPrivate }, caller) {
        const isPrivate = caller.incognito || inPrivate === true;
        const settings = await settingsFor(isPrivate);
        const desk = await deskFor(settings);
        if (desk === null) return { state: 'off' };
        const entity = await current(asked);
        if (press === null) return desk.look(entity, settings, { remember: !isPrivate });
        if (!caller.ownPage && press !== 'sight' && !settings.askInCards) {
          throw new CallError('refused', 'this button was not visible when it was pressed');
        }
        return desk.fetch(entity, settings, { remember: !isPrivate });
      },
    },

    async place(entity, settings, remember) {
      return (await (await deskFor(settings))?.place(entity, settings, { remember })) ?? undefined;
    },

    withArticle(entity, settings) {
      // Without articles no picture comes with one.
      if (settings.pictures !== 'automatic' || settings.network === 'never') return;
      const fetched = deskFor(settings).then((desk) => desk?.fetch(entity, settings, { remember: true }));
      fetched.catch((thrown) => console.warn('Backstory: a picture could not be fetched', thrown));
    },
  };
}
