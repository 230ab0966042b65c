// A static host with the manners of real ones, for tests: what it answers can be delayed, broken and
// counted. It puts a recorder (recorder.js) first into every page, so that all engines tell of errors.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const kTypes = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.wasm': 'application/wasm', '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
};

/** How hosts differ in what a blog can notice. */
const kProfiles = {
  pages: { gzip: true, cache: 'max-age=600', redirect: 301, headers: false, html: true },
  netlify: { gzip: true, cache: 'public, max-age=0, must-revalidate', redirect: 301, headers: true, html: true },
  s3: { gzip: false, cache: '', redirect: 302, headers: false, html: false },
};

const kRecorder = readFileSync(new URL('recorder.js', import.meta.url));
const kRecorderPath = '/__recorder.js';

export class Host {
  /** Requests answered since the last forget(): {path, status, bytes, range}. */
  requests = [];
  #server;
  #faults = [];
  #zipped = new Map();

  /**
   * @param {string} root the published folder
   * @param {{profile?: keyof kProfiles, base?: string, ranges?: boolean, now?: number}} [options] `ranges` false: the
   *   host does not know Range and answers with the whole file; `now`: the time, in milliseconds, at which its pages begin
   */
  constructor(root, { profile = 'pages', base = '/', ranges = true, now } = {}) {
    Object.assign(this, { root, base, ranges, manners: kProfiles[profile] });
    this.now = now;
    this.rules = this.manners.headers ? readRules(join(root, '_headers')) : [];
  }

  async start() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    await new Promise((resolve) => this.#server.listen(this.port ?? 0, '127.0.0.1', resolve));
    this.port = this.#server.address().port;
    return this;
  }

  /** A stopped host starts again on its old port, as the same origin. */
  async stop() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** The address of a path below the base. */
  url(path = '') {
    return `http://127.0.0.1:${this.port}${this.base}${path}`;
  }

  /**
   * From now on requests whose path (below the base) matches get something else: `status` an error,
   * `body` other bytes, `cut` a broken connection; `delay` ms pass first; `times` limits how often.
   */
  fault(pattern, fault) {
    this.#faults.push({ pattern, times: Infinity, ...fault });
  }

  /** Takes back all faults and forgets the requests. */
  forget() {
    this.#faults = [];
    this.requests = [];
  }

  async #answer(request, response) {
    const reply = { status: 200, headers: {}, body: Buffer.alloc(0), ...this.#reply(request) };
    const fault = this.#faultFor(request.url);
    if (fault?.delay) await pause(fault.delay);
    if (fault?.cut) return request.socket.destroy();
    if (fault?.status || fault?.body !== undefined) {
      Object.assign(reply, { status: fault.status ?? 200, body: Buffer.from(fault.body ?? '') });
      for (const name of ['content-encoding', 'cache-control', 'etag']) delete reply.headers[name];
    }
    this.requests.push({ path: this.#inside(request.url), status: reply.status, bytes: reply.body.length, range: request.headers.range });
    response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
    response.end(request.method === 'HEAD' ? undefined : reply.body);
  }

  #faultFor(url) {
    const fault = this.#faults.find(({ pattern, times }) => times > 0 && pattern.test(this.#inside(url)));
    if (fault) fault.times -= 1;
    return fault;
  }

  /** The path below the base, as it was asked for. */
  #inside(url) {
    const [path] = url.split(/[?#]/);
    return path.startsWith(this.base) ? path.slice(this.base.length) : path;
  }

  #reply(request) {
    const [path, query] = request.url.split('?');
    if (path === kRecorderPath) return { headers: { 'content-type': kTypes['.js'] }, body: Buffer.concat([this.#clock(true), kRecorder]) };
    if (`${path}/` === this.base) return this.#redirect(this.base);
    const file = path.startsWith(this.base) ? this.#locate(path) : null;
    if (file === 'bad') return { status: 400 };
    if (file === 'folder') return this.#redirect(`${path}/${query ? `?${query}` : ''}`);
    return file ? this.#file(request, file, 200) : this.#missing(request);
  }

  #redirect(location) {
    return { status: this.manners.redirect, headers: { location } };
  }

  #missing(request) {
    const file = join(this.root, '404.html');
    return isFile(file) ? this.#file(request, file, 404) : { status: 404, headers: { 'content-type': 'text/plain' }, body: Buffer.from('404') };
  }

  /** A file, 'folder' when the address lacks its slash, 'bad' when it is none, or null. */
  #locate(path) {
    let inside;
    try {
      inside = decodeURIComponent(path.slice(this.base.length));
    } catch {
      return 'bad';
    }
    if (inside.split('/').some((name) => name.startsWith('.')) || inside.includes('\0')) return null;
    const file = join(this.root, inside);
    if (inside === '' || inside.endsWith('/')) return isFile(join(file, 'index.html')) ? join(file, 'index.html') : null;
    if (isFile(file)) return file;
    if (this.manners.html && isFile(`${file}.html`)) return `${file}.html`;
    return isFile(join(file, 'index.html')) ? 'folder' : null;
  }

  #file(request, file, status) {
    const headers = { 'content-type': kTypes[extname(file)] ?? 'application/octet-stream', ...this.#ownHeaders(request.url) };
    if (this.manners.cache) headers['cache-control'] = this.manners.cache;
    const body = this.#withClock(file, withRecorder(file, readFileSync(file)));
    headers.etag = `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`;
    if (status === 200 && request.headers['if-none-match'] === headers.etag) return { status: 304, headers };
    const range = this.ranges && status === 200 && /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    if (range) return part(headers, body, Number(range[1]), Number(range[2]));
    if (!this.manners.gzip || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return { status, headers, body };
    return { status, headers: { ...headers, 'content-encoding': 'gzip', vary: 'Accept-Encoding' }, body: this.#zip(headers.etag, body) };
  }

  #withClock(file, body) {
    return /worker\.js$/.test(file) ? Buffer.concat([this.#clock(), body]) : body;
  }

  /** A script that sets the clock, which a page starts and its workers share. */
  #clock(isPage = false) {
    if (this.now === undefined) return Buffer.alloc(0);
    if (isPage) this.began = Date.now();
    return Buffer.from(`{ const real = Date.now; Date.now = () => ${this.now - this.began} + real(); }\n`);
  }

  #ownHeaders(url) {
    return Object.assign({}, ...this.rules.filter(([path]) => url.startsWith(path)).map(([, headers]) => headers));
  }

  #zip(tag, body) {
    if (!this.#zipped.has(tag)) this.#zipped.set(tag, gzipSync(body));
    return this.#zipped.get(tag);
  }
}

function part(headers, body, first, last) {
  if (first >= body.length) return { status: 416, headers: { 'content-range': `bytes */${body.length}` } };
  const end = Math.min(last, body.length - 1);
  return { status: 206, headers: { ...headers, 'content-range': `bytes ${first}-${end}/${body.length}` }, body: body.subarray(first, end + 1) };
}

function withRecorder(file, body) {
  if (!file.endsWith('.html')) return body;
  return Buffer.from(body.toString().replace('<head>', `<head><script src="${kRecorderPath}"></script>`));
}

function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false; // not there, or no name that a file can have
  }
}

/** The rules of a `_headers` file: [path prefix, headers]. */
function readRules(file) {
  const rules = [];
  for (const line of isFile(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const colon = line.indexOf(':');
    if (/^\S/.test(line) && !line.startsWith('#')) rules.push([line.trim().replace(/\*$/, ''), {}]);
    else if (colon > 0 && rules.length) rules.at(-1)[1][line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return rules;
}
