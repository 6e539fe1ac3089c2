import type { Route } from '../../tools/serve-folder';

/** Pages too large to keep as files, and any fixture under a strict CSP (`/csp/NAME`). */
const head = (title: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article"><meta name="date" content="2022-10-31"><style>body{font:16px/1.5 serif;width:640px;margin:0 auto}</style></head><body><article><h1>${title}</h1>`;

const FILLER =
  'the harbour and the town beside it went on with what they had always done, which was to wait for ships that were late';

const sentence = (n: number): string =>
  `Sentence ${n} says that ${n % 20 === 0 ? 'Peder Vang saw how ' : ''}${FILLER}.`;

/** One paragraph of about a megabyte. */
const mega = (): string =>
  `${head('Mega')}<p id="mega">${Array.from({ length: 7_400 }, (_, n) => sentence(n)).join(' ')}</p></article>`;

/** 200,000 words in paragraphs. */
const words = (): string =>
  `${head('Words')}${Array.from({ length: 1_600 }, (_, p) => `<p>${Array.from({ length: 5 }, (_, n) => sentence(p * 5 + n)).join(' ')}</p>`).join('\n')}</article>`;

export const bigPages =
  (fixture: (name: string) => string): Route =>
  (_, response, path) => {
    const made = path === '/mega.html' ? mega() : path === '/words.html' ? words() : null;
    if (made) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(made);
      return true;
    }
    if (!path.startsWith('/csp/')) return false;
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" })
      .end(fixture(path.slice(5)));
    return true;
  };
