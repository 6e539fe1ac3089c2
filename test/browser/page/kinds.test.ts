import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS_OF_PAGE } from './kinds-of-page';
import { openStage, type Stage } from './stage';

/** Story or not, and where it stands, in real browsers. */

describe.each(['chromium', 'firefox'] as const)('in %s, this page', (browserName) => {
  let stage: Stage;
  let html = '';
  beforeAll(async () => {
    stage = await openStage(browserName, (request, response) => {
      if (request.headers['sec-fetch-dest'] !== 'document') return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
      return true;
    });
  });
  afterAll(() => stage?.close());

  it.each(KINDS_OF_PAGE)('$name', async (kind) => {
    html = kind.html;
    await stage.open(kind.path.slice(1));
    const visit = (asked: boolean) => stage.call<{ state: string; text: string }>('visit', { asked });
    const found = await visit(false);
    expect(found.state).toBe(kind.state);
    const { state, text } = kind.asked ? await visit(true) : found;
    if (kind.asked) expect(state).toBe(kind.asked);
    for (const words of kind.reads ?? []) expect(text).toContain(words);
    for (const words of kind.leavesOut ?? []) expect(text).not.toContain(words);
    if (state === 'off-limits') expect(text).toBe('');
  });
});
