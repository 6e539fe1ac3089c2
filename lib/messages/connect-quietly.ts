import { nativeApi } from './native-api';

/**
 * A port to the background. If nobody answers, a browser logs an error in the page's console unless `lastError` is
 * read.
 */
export function connectQuietly(name: string) {
  const { runtime } = nativeApi();
  const port = runtime.connect({ name });
  port.onDisconnect.addListener(() => void runtime.lastError);
  return port;
}
