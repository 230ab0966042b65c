import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { LiveReload } from '../../tools/live_reload.mjs';
import { createSiteServer, parseRange, siteHeaders } from '../../tools/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-serve-'));
const servers = { '/': null, '/blog/': null, '/ü ж/': null, '/%C3%BC/': null };

before(async () => {
  mkdirSync(join(folder, 'posts', 'one two'), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'index.html'), '<p>home');
  writeFileSync(join(folder, '404.html'), '<p>missing');
  writeFileSync(join(folder, 'posts', 'one two', 'index.html'), '<p>one');
  writeFileSync(join(folder, 'data.bin'), '0123456789');
  writeFileSync(join(folder, 'm.wasm'), '\0asm');
  writeFileSync(join(folder, '.secret'), 'no');
  writeFileSync(join(folder, '_headers'), '/*\n  X-Everywhere: yes\n/data.bin\n  Content-Type: text/x-data\n');
  for (const base of Object.keys(servers)) {
    const server = createSiteServer(folder, base);
    await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
    servers[base] = server;
  }
});

after(() => {
  for (const server of Object.values(servers)) server.close();
  rmSync(folder, { recursive: true });
});

// Raw paths, which fetch would tidy up first.
function get(base, path, { headers = {}, method = 'GET' } = {}) {
  const { port } = servers[base].address();
  return new Promise((done, failed) => {
    request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk) => { body += chunk; });
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
    }).on('error', failed).end();
  });
}

const kAnswers = [
  // base, path, status, body or redirect
  ['/', '/', 200, '<p>home'],
  ['/', '/index.html', 200, '<p>home'],
  ['/', '/posts/one%20two/', 200, '<p>one'],
  ['/', '/posts/one%20two/?q=1', 200, '<p>one'],
  ['/', '/posts/one%20two', 301, '/posts/one%20two/'],
  ['/', '/posts', 301, '/posts/'],
  ['/', '/posts/', 404, '<p>missing'],
  ['/', '/empty/', 404, '<p>missing'],
  ['/', '/nothing', 404, '<p>missing'],
  ['/', '/data.bin/', 404, '<p>missing'],
  ['/', '/.secret', 404, '<p>missing'],
  ['/', '/posts/../.secret', 404, '<p>missing'],
  ['/', '/..%2f..%2fetc/passwd', 404, '<p>missing'],
  ['/', '/%2e%2e/%2e%2e/etc/passwd', 404, '<p>missing'],
  ['/', '/%zz', 404, '<p>missing'],
  ['/', '/a%00b', 404, '<p>missing'],
  ['/', '//evil.example/x', 404, '<p>missing'],
  ['/blog/', '/', 302, '/blog/'],
  ['/blog/', '/blog', 302, '/blog/'],
  ['/blog/', '/blog/', 200, '<p>home'],
  ['/blog/', '/blog/posts', 301, '/blog/posts/'],
  ['/blog/', '/posts/one%20two/', 404, '<p>missing'],
  ['/blog/', '/%62log/posts/one%20two/', 200, '<p>one'],
  ['/blog/', '/blo/', 404, '<p>missing'],
  ['/blog/', '/%zz/', 404, '<p>missing'],
  ['/ü ж/', '/', 302, '/%C3%BC%20%D0%B6/'],
  ['/ü ж/', '/%c3%bc%20%D0%B6', 302, '/%C3%BC%20%D0%B6/'],
  ['/ü ж/', '/%c3%bc%20%D0%B6/posts/one%20two/', 200, '<p>one'],
  ['/ü ж/', '/%C3%BC%20%D0%B6/posts', 301, '/%C3%BC%20%D0%B6/posts/'],
  ['/ü ж/', '/%C3%BC/', 404, '<p>missing'],
  ['/%C3%BC/', '/%c3%bc/', 200, '<p>home'],
  ['/%C3%BC/', '/', 302, '/%C3%BC/'],
];

for (const [base, path, status, expected] of kAnswers) {
  test(`${base}: GET ${path} is ${status}`, async () => {
    const answer = await get(base, path);
    assert.equal(answer.status, status);
    assert.equal(status < 300 || status >= 400 ? answer.body : answer.headers.location, expected);
  });
}

test('a request for no address is refused, and the next one answered', async () => {
  const { port } = servers['/'].address();
  const answer = await new Promise((done, failed) => {
    let text = '';
    connect(port, '127.0.0.1').on('error', failed)
      .on('data', (chunk) => { text += chunk; })
      .on('end', () => done(text))
      .end('GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  });
  assert.match(answer, /^HTTP\/1\.1 400 /);
  assert.equal((await get('/', '/')).status, 200);
});

test('types are right, and the site may set headers of its own', async () => {
  assert.equal((await get('/', '/m.wasm')).headers['content-type'], 'application/wasm');
  assert.equal((await get('/', '/')).headers['content-type'], 'text/html; charset=utf-8');
  assert.equal((await get('/', '/')).headers['x-everywhere'], 'yes');
  assert.equal((await get('/', '/data.bin')).headers['content-type'], 'text/x-data');
});

test('a known entity is not sent again', async () => {
  const first = await get('/', '/data.bin');
  const again = await get('/', '/data.bin', { headers: { 'if-none-match': first.headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(again.body, '');
});

test('a range is sent alone', async () => {
  const answer = await get('/', '/data.bin', { headers: { range: 'bytes=2-4' } });
  assert.equal(answer.status, 206);
  assert.equal(answer.body, '234');
  assert.equal(answer.headers['content-range'], 'bytes 2-4/10');
  assert.equal((await get('/', '/data.bin', { headers: { range: 'bytes=10-' } })).status, 416);
});

test('HEAD has no body, other methods are refused', async () => {
  assert.equal((await get('/', '/', { method: 'HEAD' })).body, '');
  assert.equal((await get('/', '/', { method: 'POST' })).status, 405);
});

const kRanges = [
  ['bytes=0-0', 10, [0, 0]],
  ['bytes=5-', 10, [5, 9]],
  ['bytes=-3', 10, [7, 9]],
  ['bytes=-30', 10, [0, 9]],
  ['bytes=8-99', 10, [8, 9]],
  ['bytes=10-', 10, null],
  ['bytes=-', 10, undefined],
  ['bytes=0-1,4-5', 10, undefined],
  ['lines=0-1', 10, undefined],
  [undefined, 10, undefined],
];

for (const [header, size, expected] of kRanges) {
  test(`range ${header} of ${size}`, () => assert.deepEqual(parseRange(header, size), expected));
}

test('header rules apply to their paths only', () => {
  const rules = '# note\n/a/*\n  X-A: 1\n/b\n  X-B: 2: 3\n';
  assert.deepEqual(siteHeaders(rules, '/a/x'), { 'x-a': '1' });
  assert.deepEqual(siteHeaders(rules, '/b'), { 'x-b': '2: 3' });
  assert.deepEqual(siteHeaders(rules, '/c'), {});
  assert.deepEqual(siteHeaders('/ü/*\n  X-A: 1\n', '/%C3%BC/x'), { 'x-a': '1' });
});

test('pages reload and show findings while the folder is watched', async () => {
  const reload = new LiveReload();
  const server = createSiteServer(folder, '/blog/', reload);
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  const { port } = server.address();
  writeFileSync(join(folder, 'page.html'), '<head></head>');
  const page = await (await fetch(`http://127.0.0.1:${port}/blog/page.html`)).text();
  assert.equal(page, '<head><script src="/blog/__reload.js"></script></head>');
  const client = await fetch(`http://127.0.0.1:${port}/blog/__reload.js`);
  assert.match(client.headers.get('content-type'), /javascript/);
  const stop = new AbortController();
  const events = await fetch(`http://127.0.0.1:${port}/blog/__reload`, { signal: stop.signal });
  reload.published({ failed: true, findings: 'a.md:1: wrong\n' });
  reload.published({ failed: false, findings: '' });
  let text = '';
  for await (const chunk of events.body) {
    text += new TextDecoder().decode(chunk);
    if (text.includes('event: reload')) break;
  }
  assert.match(text, /data: "a\.md:1: wrong"/);
  assert.equal(text.split('event: reload').length, 2);
  stop.abort();
  server.closeAllConnections();
  server.close();
});
