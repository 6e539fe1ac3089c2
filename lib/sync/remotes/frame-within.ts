/**
 * A frame of our own page whose policy lets it reach this one origin: what it asks for and is sent on to another one the
 * browser stops before anybody hears of it. For pages; a service worker has no frames.
 */
export function frameWithin(origin: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  // An origin has no quotes and no semicolons.
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src ${origin}">`;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(frame), { once: true });
    document.body.append(frame);
  });
}
