import type { EntityKey } from '../facts';
import type { Settings } from './types';

/** The reader's standing decisions as changes to settings; each can be undone. `form` is already folded. */

export function refuse(form: string, entity: EntityKey): Change {
  return ({ refused }) => {
    const before = Object.hasOwn(refused, form) ? (refused[form] ?? []) : [];
    return before.includes(entity) ? {} : { refused: { ...refused, [form]: [...before, entity] } };
  };
}

export function allowAgain(form: string, entity: EntityKey): Change {
  return ({ refused }) => {
    const { [form]: before = [], ...others } = refused;
    const left = before.filter((key) => key !== entity);
    return { refused: left.length > 0 ? { ...others, [form]: left } : others };
  };
}

export function mute(entity: EntityKey, muted: boolean): Change {
  return (now) => {
    const others = now.muted.filter((key) => key !== entity);
    return { muted: muted ? [...others, entity] : others };
  };
}

export function switchSite(site: string, on: boolean): Change {
  return (now) => {
    const others = now.sitesOff.filter((name) => name !== site);
    return { sitesOff: on ? others : [...others, site] };
  };
}

export type Change = (now: Settings) => Partial<Settings>;

/** Decisions made in private windows: they hold as long as the worker lives and are never stored. */
export function createPrivateChoices(): {
  add(change: Change): void;
  over(settings: Settings): Settings;
} {
  const changes: Change[] = [];
  return {
    add: (change) => void changes.push(change),
    over(settings) {
      let now = settings;
      for (const change of changes) now = { ...now, ...change(now) };
      return now;
    },
  };
}
