import { nativeApi } from './native-api';

/** A port to the background. A browser that finds nobody there says so in the console of the page, unless it is asked. */
export function connectQuietly(name: string) {
  const { runtime } = nativeApi();
  const port = runtime.connect({ name });
  port.onDisconnect.addListener(() => void runtime.lastError);
  return port;
}
