import type { SessionArea } from '../../../lib/settings';

/** `browser.storage.session` over an object, with the copying that the real one does. */
export function memoryArea() {
  const kept: Record<string, unknown> = {};
  const area: SessionArea = {
    get: async (key) => structuredClone(key in kept ? { [key]: kept[key] } : {}),
    set: async (items) => void Object.assign(kept, structuredClone(items)),
    remove: async (key) => void delete kept[key],
  };
  return { area, kept };
}
