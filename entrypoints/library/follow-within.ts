/**
 * Asks once more where a server sends on: in a frame whose policy lets it reach this one server. Sent to another one, or to
 * http, the browser stops the request before anybody hears of it. Browsers hide where a redirect leads from whoever does
 * not follow it.
 */
export async function followWithin(address: string, wishes: RequestInit) {
  const frame = await openFrame(new URL(address).origin);
  try {
    const ask = frame.contentWindow as Window & typeof globalThis;
    const response = await ask.fetch(address, { ...wishes, redirect: 'follow' });
    // With the frame its requests go, too.
    return { response, done: () => frame.remove() };
  } catch (thrown) {
    frame.remove();
    throw thrown;
  }
}

function openFrame(origin: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  // An origin has no quotes and no semicolons.
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src ${origin}">`;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(frame), { once: true });
    document.body.append(frame);
  });
}
