// Pagefind: its own program builds the index, headless Chromium asks, a server of ours counts the bytes.
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { createGzip } from 'node:zlib';

const repository = new URL('../../../package.json', import.meta.url);
const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const types = { '.js': 'text/javascript', '.html': 'text/html', '.json': 'application/json' };

function writeSite(posts) {
  const site = mkdtempSync(join(tmpdir(), 'search-bench-pagefind-'));
  for (const { id, title, text } of posts) {
    mkdirSync(join(site, id));
    const body = text.split(/\n{2,}/).map((part) => `<p>${escape(part)}</p>`).join('\n');
    writeFileSync(join(site, id, 'index.html'), `<!doctype html><html lang="en"><title>${escape(title)}</title><body><main>` +
      `<h1>${escape(title)}</h1>${body}</main></body></html>`);
  }
  writeFileSync(join(site, 'index.html'), '<!doctype html><html lang="en"><title>Bench</title><body></body></html>');
  return site;
}

function weigh(folder) {
  let bytes = 0;
  let files = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const inner = entry.isDirectory() ? weigh(path) : { bytes: statSync(path).size, files: 1 };
    bytes += inner.bytes;
    files += inner.files;
  }
  return { bytes, files };
}

/** Serves a folder, scripts compressed as hosts do; `sent` counts what went out. */
async function serve(folder) {
  const host = { sent: 0 };
  const server = createServer((request, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)).replace(/\/$/, '/index.html'));
    const type = types[extname(path)];
    const file = createReadStream(path);
    file.on('error', () => response.writeHead(404).end());
    file.on('open', () => {
      response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', 'cache-control': 'max-age=600',
        ...(type ? { 'content-encoding': 'gzip' } : {}) });
      const out = type ? file.pipe(createGzip()) : file;
      out.on('data', (chunk) => (host.sent += chunk.length));
      out.pipe(response);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(host, { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() });
}

/** Asks in the page; the addresses of the first ten hits and the milliseconds until they are known. */
const ask = (page, text) => page.evaluate(async (words) => {
  globalThis.pagefind ??= await import('/pagefind/pagefind.js');
  const start = performance.now();
  const answer = await globalThis.pagefind.search(words);
  const milliseconds = performance.now() - start;
  const data = await Promise.all(answer.results.slice(0, 10).map((result) => result.data()));
  return { milliseconds, ids: data.map((hit) => hit.url.split('/').filter(Boolean)[0]) };
}, text);

function makeIndex(site) {
  execFileSync(new URL('node_modules/.bin/pagefind', import.meta.url).pathname, ['--site', site], { stdio: 'ignore' });
}

/** A folder with a page for each post and Pagefind's index of them. */
export function writePagefindSite(posts) {
  const site = writeSite(posts);
  makeIndex(site);
  return site;
}

export async function pagefind(posts, known, times) {
  const { default: puppeteer } = await import(createRequire(repository).resolve('puppeteer-core'));
  const site = writeSite(posts);
  const start = performance.now();
  makeIndex(site);
  const buildMs = performance.now() - start;
  const { bytes, files } = weigh(join(site, 'pagefind'));
  const host = await serve(site);
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const fresh = async () => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.goto(`${host.origin}/`);
    return { page, close: () => context.close() };
  };
  try {
    const cold = [];
    for (const { text } of times.slice(0, 12)) {
      const visit = await fresh();
      const before = host.sent;
      await ask(visit.page, text);
      cold.push(host.sent - before);
      await visit.close();
    }
    const { page } = await fresh();
    const warm = [];
    const hits = [];
    for (const { text } of known) {
      await ask(page, text);
      const answer = await ask(page, text);
      warm.push(answer.milliseconds);
      hits.push(answer.ids);
    }
    cold.sort((a, b) => a - b);
    return { buildMs, shipped: bytes, files, cold: cold[cold.length >> 1], coldMax: cold[cold.length - 1], warm, questions: known, hits };
  } finally {
    await browser.close();
    host.close();
  }
}
