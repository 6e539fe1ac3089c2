/**
 * A Wikidata with a Wikipedia beside it, for tests and for `npm start`: small, of our own making, never the internet.
 *
 *   wikidataApi   action=wbgetentities | wbgetclaims | wbsearchentities   as www.wikidata.org answers
 *   wikiApi       action=query (titles, generator=search) | opensearch   as en.wikipedia.org; `germanWikiApi` as de.wikipedia.org
 *   commonsApi    action=query (imageinfo)                               as commons.wikimedia.org
 *   pictures      a host by itself, as upload.wikimedia.org
 *
 * What there is to be asked about stands in `test/fixtures/open-world`. `test/servers/open-world.test.ts` asks a real
 * MediaWiki the same as the wiki here and compares.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { OPEN_WORLD } from '../fixtures/open-world/world';
import { answerPreflight } from './open-world/answer-preflight';
import { ApiError } from './open-world/api-error';
import type { Asked } from './open-world/asked';
import type { Behaviour, Door } from './open-world/behaviour';
import { getClaims } from './open-world/get-claims';
import { getEntities } from './open-world/get-entities';
import { type Listener, listenHere } from './open-world/listen-here';
import { misbehave } from './open-world/misbehave';
import { readQuestion } from './open-world/read-question';
import { searchEntities } from './open-world/search-entities';
import { commonsQuery, pictureAt } from './open-world/wiki-pictures';
import { type WikiParts, wikiQuery } from './open-world/wiki-query';
import { openSearch } from './open-world/wiki-search';
import type { World } from './open-world/world';

export interface OpenWorldOptions {
  /** Before each answer; left out: none. */
  readonly delayMs?: number;
  /** Left out: the world of the fixtures. */
  readonly world?: World;
}

export interface OpenWorld {
  /** `http://127.0.0.1:PORT/w/api.php` of the English wiki; articles are at `/wiki/Title`. */
  readonly wikiApi: string;
  readonly germanWikiApi: string;
  readonly wikidataApi: string;
  readonly commonsApi: string;
  /** Where the bytes of pictures come from: `http://127.0.0.1:OTHER_PORT`. */
  readonly pictures: string;
  /** All that was asked, the oldest first, without what a browser asks before it asks. */
  requests(): readonly Asked[];
  /** How often a browser asked whether it may send a header across origins. */
  preflights(): number;
  /** What came to the host to which `elsewhere` leads: it must stay 0. */
  strayed(): number;
  /** From now on; `{}` is a server as it should be. What was asked is not forgotten. */
  behave(behaviour: Behaviour): void;
  /** Forgets what was asked. */
  forget(): void;
  stop(): Promise<void>;
}

export async function startOpenWorld({ delayMs = 0, world = OPEN_WORLD }: OpenWorldOptions = {}): Promise<OpenWorld> {
  const asked: Asked[] = [];
  let behaviour: Behaviour = {};
  let faultsLeft = Number.POSITIVE_INFINITY;
  let strays = 0;
  let preflights = 0;

  const door = (name: Door, answer: (question: Question) => unknown) =>
    listenHere(async (request, response) => {
      if (request.method === 'OPTIONS') {
        preflights++;
        await new Promise((resolve) => setTimeout(resolve, behaviour.delayMs ?? delayMs));
        return answerPreflight(request, response);
      }
      const question = { ...(await readQuestion(request)), door: name };
      const row = { ...question, status: 0, bytes: 0, wireBytes: 0 };
      asked.push(row);
      await new Promise((resolve) => setTimeout(resolve, behaviour.delayMs ?? delayMs));
      serve(request, response, row, answer);
    });

  function serve(
    request: IncomingMessage,
    response: ServerResponse,
    row: Writable<Asked>,
    answer: (question: Question) => unknown,
  ): void {
    // A cookie that a careless question would bring along the next time.
    response.setHeader('set-cookie', 'WMF-Uniq=reader-of-the-test; Path=/');
    // Bytes of pictures are for everybody.
    if (row.parameters.origin === '*' || row.door === 'pictures') {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-expose-headers', 'MediaWiki-API-Error, Retry-After, X-Database-Lag');
    }
    const say = (status: number, type: string, body: string | Buffer) =>
      send(request, response, row, status, type, body);
    const sayError = (error: ApiError) => {
      response.setHeader('mediawiki-api-error', error.code);
      const version = row.parameters.formatversion === '2' ? 2 : 1;
      say(200, JSON_TYPE, JSON.stringify(error.body(version, `${row.door}/w/api.php`)));
    };
    const made = madeOf(() => answer(row));
    const good = Buffer.isBuffer(made) ? made.toString('latin1') : JSON.stringify(made);
    const { fault } = behaviour;
    if (fault && faultsLeft > 0 && (behaviour.at === undefined || behaviour.at === row.door)) {
      const parts = { fault, response, good, elsewhere: elsewhere.origin + row.url, parameters: row.parameters };
      const answerError = (...said: ConstructorParameters<typeof ApiError>) => sayError(new ApiError(...said));
      if (misbehave({ ...parts, answerError })) {
        faultsLeft--;
        row.status = response.headersSent ? response.statusCode : 0;
        return;
      }
    }
    if (made instanceof ApiError) sayError(made);
    else if (made === null) say(404, HTML_TYPE, PAGE);
    else if (Buffer.isBuffer(made)) say(200, made[0] === 0xff ? 'image/jpeg' : 'image/png', made);
    else if (row.action === '') say(200, HTML_TYPE, String(made));
    // Who names no format gets a page for people.
    else if (row.parameters.format !== 'json') say(200, HTML_TYPE, PAGE);
    else say(200, JSON_TYPE, behaviour.emptyMapsAsLists ? good.replaceAll('{}', '[]') : good);
  }

  const pictures = await door('pictures', ({ url }) => pictureAt(world, url.replace(/\?.*/, '')));
  const elsewhere = await listenHere((_, response) => {
    strays++;
    response.writeHead(200, { 'content-type': JSON_TYPE, 'access-control-allow-origin': '*' });
    response.end('{"batchcomplete":true,"query":{"pages":[]},"entities":{},"success":1}');
  });
  const wikidata = await door('wikidata', ({ action, parameters }) => {
    if (action === 'wbgetentities') return getEntities(world, parameters);
    if (action === 'wbgetclaims') return getClaims(world, parameters);
    if (action === 'wbsearchentities') return searchEntities(world, parameters);
    throw unknownAction(action);
  });
  const commons: Listener = await door('commons', ({ action, parameters }) => {
    if (action === 'query')
      return commonsQuery(world, parameters, { origin: commons.origin, pictures: pictures.origin });
    throw unknownAction(action);
  });
  const wiki = async (language: 'en' | 'de') => {
    let origin = '';
    const here = await door('wiki', ({ action, parameters, url }) => {
      const parts: WikiParts = { world, wiki: language, origin, pictures: pictures.origin };
      if (action === 'query') return wikiQuery(parts, parameters);
      if (action === 'opensearch') return openSearch(parts, parameters);
      if (action === '') return articleAt(parts, url);
      throw unknownAction(action);
    });
    origin = here.origin;
    return here;
  };
  const english = await wiki('en');
  const german = await wiki('de');
  const all = [pictures, elsewhere, wikidata, commons, english, german];

  return {
    wikiApi: `${english.origin}/w/api.php`,
    germanWikiApi: `${german.origin}/w/api.php`,
    wikidataApi: `${wikidata.origin}/w/api.php`,
    commonsApi: `${commons.origin}/w/api.php`,
    pictures: pictures.origin,
    requests: () => asked,
    preflights: () => preflights,
    strayed: () => strays,
    behave(next) {
      behaviour = next;
      faultsLeft = next.times ?? Number.POSITIVE_INFINITY;
    },
    forget() {
      asked.length = 0;
    },
    async stop() {
      await Promise.all(all.map(({ close }) => close()));
    },
  };
}

type Writable<Row> = { -readonly [Key in keyof Row]: Row[Key] };
type Question = Pick<Asked, 'action' | 'parameters' | 'url'>;

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';
const PAGE = '<!doctype html><html lang="en"><title>MediaWiki API help</title><p>A page for people.</p></html>';

/** What a wiki refuses comes back as its error. */
function madeOf(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

const unknownAction = (action: string) =>
  new ApiError('badvalue', `Unrecognized value for parameter "action": ${action}.`);

function send(
  request: IncomingMessage,
  response: ServerResponse,
  row: Writable<Asked>,
  status: number,
  type: string,
  body: string | Buffer,
): void {
  const plain = Buffer.from(body);
  const packed = /\bgzip\b/.test(String(request.headers['accept-encoding'])) && !type.startsWith('image/');
  const sent = packed ? gzipSync(plain) : plain;
  row.status = status;
  row.bytes = plain.length;
  row.wireBytes = sent.length;
  if (packed) response.setHeader('content-encoding', 'gzip');
  response.writeHead(status, { 'content-type': type, 'content-length': sent.length }).end(sent);
}

/** The page of an article for people; null where there is none. */
function articleAt({ world, wiki }: WikiParts, url: string): string | null {
  const { pathname, searchParams } = new URL(url, 'http://wiki');
  const name = searchParams.get('title') ?? decodeURIComponent(pathname.replace(/^\/wiki\//, ''));
  const pages = world.pages[wiki];
  const page = pages.get(name.replaceAll('_', ' '));
  const goal = page?.redirectTo == null ? page : pages.get(page.redirectTo.replace(/#.*/, ''));
  if (!goal) return null;
  const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><html lang="${wiki}"><title>${safe(goal.title)}</title><h1>${safe(goal.title)}</h1><p>${safe(goal.intro)}</p></html>`;
}
