// serve.mjs DIR [--port 8000] [--base /] [--watch FOLDER -- COMMAND...]
//
// Serves a published site on 127.0.0.1 as static hosts do: types, ranges, entity tags, 404.html, a
// redirect to the trailing slash, the site's `_headers` file; no listings, no dot files. With --watch
// it runs COMMAND when a file below FOLDER changes, reloads the pages that are open, and shows in them
// what COMMAND writes to standard error. Starts on the next free port if one is taken.
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { LiveReload } from './live_reload.mjs';
import { HOST, complain, listen, portOf } from './port.mjs';
import { rerunner } from './rerunner.mjs';
import { watchTree } from './watch_tree.mjs';

const kTypes = new Map(Object.entries({
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
}));

function statOf(path) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** `address` with what its percent signs stand for; as it is where they stand for no text. */
function decoded(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** "/", or "/blog/" as it is spelled in addresses, of a base path or a whole address. */
function encodedBase(base) {
  const path = `/${base.replace(/^[^/]*:\/\/[^/]*/, '')}/`.replace(/\/+/g, '/');
  return path.split('/').map((step) => encodeURIComponent(decoded(step))).join('/');
}

/** What of `path` is below `base`, from its slash on, however the two are spelled; null if it is elsewhere. */
function pathBelow(base, path) {
  const depth = base.split('/').length - 1;
  const steps = path.split('/');
  const isBelow = decoded(`${steps.slice(0, depth).join('/')}/`) === decoded(base);
  return isBelow && steps.length > depth ? `/${steps.slice(depth).join('/')}` : null;
}

/** The file below `root` that answers `path`, `path + '/'` when that redirects, or null. */
export function locate(root, path) {
  const name = decoded(path);
  if (name.includes('\0') || /(^|[/\\])\.(?!well-known\/)/.test(name)) return null;
  const file = join(root, normalize(name));
  if (file !== root && !file.startsWith(root + sep)) return null;
  const stats = statOf(file);
  if (stats?.isFile()) return path.endsWith('/') ? null : { file };
  if (!stats?.isDirectory()) return null;
  if (!path.endsWith('/')) return { redirect: `${path}/` };
  const index = join(file, 'index.html');
  return statOf(index)?.isFile() ? { file: index } : null;
}

/** The first and last byte that a Range header asks of `size` bytes; undefined = all, null = none of it. */
export function parseRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (!match[1] && !match[2])) return undefined;
  const first = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const last = match[1] && match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  return first > last ? null : [first, last];
}

/** Headers that the rules of a `_headers` file (path, then indented `Name: value`) give to `path`. */
export function siteHeaders(text, path) {
  const headers = {};
  let applies = false;
  for (const line of text.split('\n')) {
    const rule = line.trim();
    if (!rule || rule.startsWith('#')) continue;
    if (/^\s/.test(line)) {
      const colon = rule.indexOf(':');
      if (applies && colon > 0) headers[rule.slice(0, colon).toLowerCase()] = rule.slice(colon + 1).trim();
    } else {
      const place = decoded(rule);
      applies = rule.endsWith('*') ? decoded(path).startsWith(place.slice(0, -1)) : decoded(path) === place;
    }
  }
  return headers;
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function sendFile(request, response, file, status, headers, change) {
  const raw = readFileSync(file);
  const bytes = change && extname(file) === '.html' ? Buffer.from(change(raw.toString())) : raw;
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const all = {
    'content-type': kTypes.get(extname(file).toLowerCase()) ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    etag: tag,
    ...headers,
  };
  if (status === 200 && request.headers['if-none-match'] === tag) {
    response.writeHead(304, all).end();
    return;
  }
  const range = status === 200 ? parseRange(request.headers.range, bytes.length) : undefined;
  if (range === null) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  const body = range ? bytes.subarray(range[0], range[1] + 1) : bytes;
  if (range) all['content-range'] = `bytes ${range[0]}-${range[1]}/${bytes.length}`;
  response.writeHead(range ? 206 : status, { ...all, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function urlOf(request) {
  try {
    return new URL(request.url.replace(/^\/+/, '/'), 'http://localhost');
  } catch {
    return null;
  }
}

/**
 * A server of the site in `root` at the base path `base` ("/" or "/blog/"), with `reload` in its pages
 * if given. Not yet listening.
 */
export function createSiteServer(root, base = '/', reload = undefined) {
  const folder = resolve(root);
  const home = encodedBase(base);
  const change = reload && ((html) => reload.inject(html, home));
  return createServer((request, response) => {
    const url = urlOf(request);
    if (!url) {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('Bad request\n');
      return;
    }
    const { pathname, search } = url;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const below = pathBelow(home, pathname);
    if (!below && (pathname === '/' || pathBelow(home, `${pathname}/`) === '/')) {
      response.writeHead(302, { location: home + search }).end();
      return;
    }
    if (below && reload?.answer(response, below.slice(1))) return;
    const found = below && locate(folder, below);
    if (found?.redirect) {
      response.writeHead(301, { location: home + found.redirect.slice(1) + search }).end();
      return;
    }
    const headers = siteHeaders(readText(join(folder, '_headers')), pathname);
    const missing = join(folder, '404.html');
    if (found) sendFile(request, response, found.file, 200, headers, change);
    else if (readText(missing)) sendFile(request, response, missing, 404, headers, change);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
  });
}

function watchPosts(folder, command, reload) {
  watchTree(folder, rerunner(command, (run) => reload.published(run)), ({ code, message }) => {
    const findings = code === 'ENOENT'
      ? `${folder}: there is no such folder any more; put it back, and it is published again`
      : `${folder}: changes cannot be noticed (${message}); mend that, and it is published again`;
    console.error(findings);
    reload.published({ failed: true, findings });
  });
}

/**
 * Serves the site in `root` until it is stopped. Publishes again with `command` when something below `folder`
 * changes, if both are given; `findings` are those of the run that made the site.
 */
export async function serve({ root, base, port, folder, command = [], findings = '' }) {
  const reload = folder && command.length ? new LiveReload() : undefined;
  reload?.published({ failed: false, findings });
  const home = encodedBase(base);
  const got = await listen(createSiteServer(root, home, reload), port).catch(({ message }) => complain(message));
  const taken = port && got !== port ? `port ${port} is taken; ` : '';
  console.log(`Serving ${root} at http://${HOST}:${got}${home} (${taken}Ctrl+C stops)`);
  if (reload) watchPosts(folder, command, reload);
}

function main(args) {
  const split = args.indexOf('--');
  const command = split < 0 ? [] : args.slice(split + 1);
  const own = split < 0 ? args : args.slice(0, split);
  const option = (name, fallback) => (own.includes(name) ? own[own.indexOf(name) + 1] : fallback);
  const root = own[0];
  if (!root || root.startsWith('-')) {
    console.error('usage: serve.mjs DIR [--port N] [--base /] [--watch FOLDER -- COMMAND...]');
    process.exit(2);
  }
  const port = portOf(option('--port', '8000'));
  serve({ root, base: option('--base', '/'), port, folder: option('--watch', ''), command });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2));
}
