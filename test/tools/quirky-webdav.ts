/**
 * A WebDAV server of one folder tree in memory that answers as a named kind of real server does: right enough for other
 * programs, and unlike the next one. `QUIRKS` says what each does to a listing, or to the answers as a whole.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOGIN } from './webdav-server';

interface Row {
  readonly href: string;
  /** Null: a folder. */
  readonly bytes: number | null;
}

interface Quirk {
  /** One answer of the listing. */
  readonly row?: (row: Row) => string;
  /** The whole listing. */
  readonly xml?: (xml: string) => string | Buffer;
  readonly href?: (href: string, origin: string) => string;
  readonly type?: string;
  /** The folder does not list itself. */
  readonly withoutItself?: boolean;
  /** Lists what lies in inner folders as well. */
  readonly deep?: boolean;
  /** Each address below `/` is another one below this, with this status. */
  readonly moved?: { readonly to: string; readonly status: number; readonly again?: boolean };
}

const group = (props: string, status: string) =>
  `<D:propstat><D:prop>${props}</D:prop>${status && `<D:status>${status}</D:status>`}</D:propstat>`;
const OK = 'HTTP/1.1 200 OK';
const NOT_FOUND = 'HTTP/1.1 404 Not Found';
const typeOf = (bytes: number | null) =>
  bytes === null ? '<D:resourcetype><D:collection/></D:resourcetype>' : '<D:resourcetype/>';
const sizeOf = (bytes: number | null) => (bytes === null ? '' : `<D:getcontentlength>${bytes}</D:getcontentlength>`);
const answer = ({ href }: Row, inner: string) => `<D:response><D:href>${href}</D:href>${inner}</D:response>`;
const plain = (row: Row) => answer(row, group(typeOf(row.bytes) + sizeOf(row.bytes), OK));
const statuses = (good: string, bad: string) => (row: Row) =>
  answer(row, group('<D:getetag/>', bad) + group(typeOf(row.bytes) + sizeOf(row.bytes), good));
const withoutSize = (row: Row) => answer(row, group(typeOf(row.bytes), OK));

export const QUIRKS = {
  'none at all': {},
  'tells no size': { row: withoutSize },
  'says that it knows no size': {
    row: (row) => answer(row, group(typeOf(row.bytes), OK) + group('<D:getcontentlength/>', NOT_FOUND)),
  },
  'tells an empty size': { row: (row) => answer(row, group(`${typeOf(row.bytes)}<D:getcontentlength/>`, OK)) },
  'tells sizes below nothing': {
    row: (row) => answer(row, group(`${typeOf(row.bytes)}<D:getcontentlength>-1</D:getcontentlength>`, OK)),
  },
  'tells what it lacks first': {
    row: (row) => answer(row, group('<D:getetag/>', NOT_FOUND) + group(typeOf(row.bytes) + sizeOf(row.bytes), OK)),
  },
  'tells each property apart': {
    row: (row) => answer(row, group(typeOf(row.bytes), OK) + group(sizeOf(row.bytes), OK)),
  },
  'knows no type of files': {
    row: (row) =>
      row.bytes === null
        ? plain(row)
        : answer(row, group('<D:resourcetype/>', NOT_FOUND) + group(sizeOf(row.bytes), OK)),
  },
  'writes bare statuses': { row: statuses('200', '404') },
  'writes statuses of HTTP/2': { row: statuses('HTTP/2 200', 'HTTP/2 404') },
  'writes statuses in words': { row: statuses('HTTP/1.1 200 Alles gut 404', 'HTTP/1.1 404 200 nicht') },
  'writes no statuses': { row: (row) => answer(row, group(typeOf(row.bytes) + sizeOf(row.bytes), '')) },
  'writes sizes on lines of their own': {
    xml: (xml) => xml.replace(/<D:getcontentlength>(\d+)/g, '<D:getcontentlength>\n  $1\n'),
  },
  'writes addresses on lines of their own': { xml: (xml) => xml.replace(/<D:href>([^<]+)/g, '<D:href>\n  $1\n') },
  'writes addresses as CDATA': { xml: (xml) => xml.replace(/<D:href>([^<]+)/g, '<D:href><![CDATA[$1]]>') },
  'writes addresses in entities': {
    xml: (xml) =>
      xml.replace(
        /<D:href>([^<]+)/g,
        (_, href: string) => `<D:href>${href.replaceAll('-', '&#45;').replaceAll('/', '&#x2f;')}`,
      ),
  },
  'writes comments between': {
    xml: (xml) => xml.replaceAll('<D:', '<!-- <D:x> --><D:').replaceAll('</D:href>', '<!-- -->$&'),
  },
  'writes whole addresses': { href: (href, origin) => origin + href },
  'writes addresses of another host': { href: (href) => `https://backend.invalid:8443${href}` },
  'writes addresses of behind its proxy': { href: (href) => `/internal/dav${href}` },
  'writes addresses by themselves': { href: (href) => href.replace(/\/$/, '').split('/').at(-1) || './' },
  'escapes more than it must, in small letters': {
    href: (href) => href.replace(/[-.]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
  },
  'ends each address with a slash': { href: (href) => (href.endsWith('/') ? href : `${href}/`) },
  'ends no address with a slash': { href: (href) => href.replace(/\/$/, '') },
  'does not list the folder itself': { withoutItself: true },
  'lists inner folders, too': { deep: true },
  'uses the default namespace': {
    xml: (xml) => xml.replaceAll('D:', '').replace('xmlns:D', 'xmlns').replace('"AV:"', '"DAV:"'),
  },
  'uses another prefix at each element': {
    xml: (xml) =>
      xml
        .replaceAll('<D:prop>', '<a.b-1:prop xmlns:a.b-1="DAV:">')
        .replaceAll('</D:prop>', '</a.b-1:prop>')
        .replaceAll('<D:getcontentlength>', '<lp1:getcontentlength xmlns:lp1="DAV:">')
        .replaceAll('</D:getcontentlength>', '</lp1:getcontentlength>'),
  },
  'declares no namespace': { xml: (xml) => xml.replace(' xmlns:D="DAV:"', '') },
  'has properties of its own of the same names': {
    row: (row) =>
      answer(
        row,
        group(
          `<x:getcontentlength xmlns:x="urn:x">7</x:getcontentlength><x:resourcetype xmlns:x="urn:x"><D:collection/></x:resourcetype>${typeOf(row.bytes)}${sizeOf(row.bytes)}`,
          OK,
        ),
      ),
  },
  'writes an address with a bare &': {
    xml: (xml) =>
      xml.replace(
        '<D:multistatus xmlns:D="DAV:">',
        '$&<D:response><D:href>/R&D &nbsp; 5/</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>',
      ),
  },
  'begins with a blank line': { xml: (xml) => `\r\n\n${xml}` },
  'begins with a byte-order mark': { xml: (xml) => `\uFEFF${xml}` },
  'has no declaration': { xml: (xml) => xml.replace(/^<\?xml.*?\?>/, '') },
  'writes UTF-16': {
    xml: (xml) => Buffer.from(`\uFEFF${xml.replace('utf-8', 'utf-16')}`, 'utf16le'),
    type: 'text/xml',
  },
  'writes ISO-8859-1': {
    xml: (xml) =>
      Buffer.from(
        xml
          .replace('utf-8', 'iso-8859-1')
          .replace('</D:multistatus>', '<D:responsedescription>Größe</D:responsedescription>$&'),
        'latin1',
      ),
    type: 'text/xml',
  },
  'names a charset that nobody knows': { type: 'text/xml; charset="x-none"' },
  'calls XML text': { type: 'text/plain' },
  'ends with a comment': { xml: (xml) => `${xml}\n<!-- 0.4 ms -->\n` },
  'ends with a complaint': { xml: (xml) => `${xml}\n<br />\n<b>Warning</b>: Undefined index & more` },
  'moved for good (301)': { moved: { to: '/new', status: 301 } },
  'moved for now (302)': { moved: { to: '/new', status: 302 } },
  'moved for now (307)': { moved: { to: '/new', status: 307 } },
  'moved for good (308)': { moved: { to: '/new', status: 308 } },
  // Of use to nobody; see what comes of it.
  'sends in a circle': { moved: { to: '/round', status: 302, again: true } },
} satisfies Record<string, Quirk>;

export interface QuirkyServer {
  readonly address: string;
  readonly files: ReadonlyMap<string, Buffer>;
  /** `METHOD /path`, in the order of asking. */
  readonly asked: string[];
  /** Statuses that the next questions get, one each. */
  readonly refuse: number[];
  stop(): Promise<void>;
}

export async function startQuirkyWebdav(name: keyof typeof QUIRKS = 'none at all'): Promise<QuirkyServer> {
  const quirk: Quirk = QUIRKS[name];
  const files = new Map<string, Buffer>();
  const folders = new Set(['/']);
  const asked: string[] = [];
  const refuse: number[] = [];
  let origin = '';

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    reply(request, response, Buffer.concat(parts));
  });

  function reply({ method, url = '/', headers }: IncomingMessage, response: ServerResponse, body: Buffer) {
    asked.push(`${method} ${url}`);
    const end = (status: number, more: Record<string, string> = {}) => response.writeHead(status, more).end();
    if (quirk.moved && (quirk.moved.again || !url.startsWith(`${quirk.moved.to}/`))) {
      return end(quirk.moved.status, { location: quirk.moved.to + url });
    }
    const login = `Basic ${Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64')}`;
    if (headers.authorization !== login) return end(401, { 'www-authenticate': 'Basic realm="quirks"' });
    const refusal = refuse.shift();
    if (refusal) return end(refusal);
    const path = decodeURIComponent(quirk.moved ? url.slice(quirk.moved.to.length) : url);
    const above = path.replace(/[^/]*\/?$/, '');
    switch (method) {
      case 'MKCOL':
        if (!folders.has(above)) return end(409);
        folders.add(path);
        return end(201);
      case 'PUT':
        if (!folders.has(above)) return end(409);
        files.set(path, body);
        return end(201);
      case 'GET':
        return files.has(path) ? response.writeHead(200).end(files.get(path)) : end(404);
      case 'DELETE':
        return end(files.delete(path) ? 204 : 404);
      case 'PROPFIND': {
        if (!folders.has(path)) return end(404);
        return response
          .writeHead(207, { 'content-type': quirk.type ?? 'application/xml; charset=utf-8' })
          .end(list(path, headers.depth === '0'));
      }
      default:
        return end(405);
    }
  }

  function list(folder: string, alone: boolean): string | Buffer {
    const inside = (path: string) => path !== folder && path.startsWith(folder) && !alone;
    const near = (path: string) => quirk.deep === true || !path.slice(folder.length).replace(/\/$/, '').includes('/');
    const write = (path: string) => {
      const href = path.split('/').map(encodeURIComponent).join('/');
      return quirk.href?.(href, origin) ?? href;
    };
    const rows: Row[] = [
      ...(quirk.withoutItself && !alone ? [] : [{ href: write(folder), bytes: null }]),
      ...[...folders].filter((path) => inside(path) && near(path)).map((path) => ({ href: write(path), bytes: null })),
      ...[...files]
        .filter(([path]) => inside(path) && near(path))
        .map(([path, { length }]) => ({ href: write(path), bytes: length })),
    ];
    const xml = `<?xml version="1.0" encoding="utf-8"?><D:multistatus xmlns:D="DAV:">${rows.map(quirk.row ?? plain).join('')}</D:multistatus>`;
    return quirk.xml?.(xml) ?? xml;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `${origin}/`,
    files,
    asked,
    refuse,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
