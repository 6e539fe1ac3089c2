/**
 * A frame of our own page whose policy allows this one origin only: if a request is redirected to another, the browser
 * stops it before anyone sees it. For pages; a service worker has no frames.
 */
export function frameWithin(origin: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  // An origin contains no quotes or semicolons.
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src ${origin}">`;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(frame), { once: true });
    document.body.append(frame);
  });
}
